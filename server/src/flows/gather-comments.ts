// Many small pushes at once cost as much as one large one: those that wait for the same channel are received together.
import type { IncomingChange } from '../connectors/connector.ts';
import type { House } from './house.ts';
import { receiveComments } from './receive-comments.ts';
import type { Received, ReceivingChannel } from './receiving.ts';

interface Waiting {
  readonly changes: readonly IncomingChange[];
  readonly resolve: (received: readonly Received[]) => void;
  readonly reject: (reason: unknown) => void;
}
export type Receive = (
  channel: ReceivingChannel,
  changes: readonly IncomingChange[],
  options: { history: boolean },
) => Promise<readonly Received[]>;

/** One push may bring as many; more are not taken together either. */
const MOST_CHANGES = 500;

/** Receives like receiveComments; each caller gets the outcomes of their own changes, once these are durable. */
export function gatherComments(house: House): Receive {
  const queues = new Map<string, Waiting[]>();

  async function drain(key: string, channel: ReceivingChannel, history: boolean): Promise<void> {
    const queue = queues.get(key) ?? [];
    while (queue.length > 0) {
      const group = take(queue);
      const changes = group.flatMap((one) => one.changes);
      await receiveComments(house, channel, changes, { history, by: 'token' }).then(
        (received) => share(group, received),
        (reason) => {
          for (const { reject } of group) reject(reason);
        },
      );
    }
    queues.delete(key);
  }

  return (channel, changes, { history }) =>
    new Promise((resolve, reject) => {
      const key = `${channel.id} ${history}`;
      const queue = queues.get(key);
      if (queue) {
        queue.push({ changes, resolve, reject });
        return;
      }
      queues.set(key, [{ changes, resolve, reject }]);
      // After this turn, so that requests that arrived together go together.
      setImmediate(() => void drain(key, channel, history));
    });
}

/** The first of the queue, and what fits beside it. */
function take(queue: Waiting[]): Waiting[] {
  let size = queue[0]?.changes.length ?? 0;
  let count = 1;
  for (const next of queue.slice(1)) {
    size += next.changes.length;
    if (size > MOST_CHANGES) break;
    count++;
  }
  return queue.splice(0, count);
}

function share(group: readonly Waiting[], received: readonly Received[]): void {
  let from = 0;
  for (const { changes, resolve } of group) {
    resolve(received.slice(from, from + changes.length));
    from += changes.length;
  }
}
