import type { Thread } from '@stammgast/shared/contract/threads';
import type { QueryClient } from '@tanstack/react-query';
import { inTurn } from '../api/in-turn.ts';
import { threadKey } from './patch-cache.ts';

type List = 'comments' | 'promises';
type Part = Thread[List][number];

interface Unanswered {
  /** The part as the server told it last. */
  readonly told: Part;
  /** What was done here since, in order. */
  readonly steps: readonly Partial<Part>[];
}

const unansweredIn = new WeakMap<QueryClient, Map<string, Unanswered>>();

function unansweredOf(client: QueryClient): Map<string, Unanswered> {
  const known = unansweredIn.get(client) ?? new Map<string, Unanswered>();
  unansweredIn.set(client, known);
  return known;
}

function withSteps<P extends Part>(client: QueryClient, told: P): P {
  const parts = unansweredOf(client);
  const waiting = parts.get(told.id);
  if (!waiting) return told;
  parts.set(told.id, { ...waiting, told });
  return Object.assign({}, told, ...waiting.steps);
}

/** A thread as the server tells it, with what was done here to comments and promises and is not answered yet on top. */
export const withUnansweredParts = (client: QueryClient, thread: Thread): Thread => ({
  ...thread,
  comments: thread.comments.map((one) => withSteps(client, one)),
  promises: thread.promises.map((one) => withSteps(client, one)),
});

/** Shows a part as the server tells it, before the thread is fetched again. */
export function putPart<L extends List>(client: QueryClient, threadId: string, list: L, told: Thread[L][number]): void {
  const part = withSteps(client, told);
  client.setQueryData<Thread>(
    threadKey(threadId),
    (thread) => thread && { ...thread, [list]: thread[list].map((one) => (one.id === part.id ? part : one)) },
  );
}

export interface PartChange<L extends List, Result> {
  readonly threadId: string;
  readonly list: L;
  readonly stands: Thread[L][number];
  readonly step: Partial<Thread[L][number]>;
  readonly send: () => Promise<Result>;
  /** The part as an answer tells it. */
  readonly partOf: (answer: Result) => Thread[L][number];
}

/** Changes a part: shown at once, sent in turn, and as the server told it when that is refused. */
export async function changePart<L extends List, Result>(
  client: QueryClient,
  { threadId, list, stands, step, send, partOf }: PartChange<L, Result>,
): Promise<Result> {
  const parts = unansweredOf(client);
  // What the caller remembers may be older than what was told since.
  const known = client.getQueryData<Thread>(threadKey(threadId))?.[list].find(({ id }) => id === stands.id) ?? stands;
  const { told, steps } = parts.get(stands.id) ?? { told: known, steps: [] };
  const end = (answer?: Thread[L][number]) => {
    const now = parts.get(stands.id) ?? { told, steps: [] };
    const rest = now.steps.filter((one) => one !== step);
    if (rest.length > 0) parts.set(stands.id, { ...now, steps: rest });
    else parts.delete(stands.id);
    putPart(client, threadId, list, answer ?? (now.told as Thread[L][number]));
  };
  parts.set(stands.id, { told, steps: [...steps, step] });
  putPart(client, threadId, list, told as Thread[L][number]);
  try {
    const answer = await inTurn(client, `part ${stands.id}`, send);
    end(partOf(answer));
    return answer;
  } catch (error) {
    end();
    throw error;
  } finally {
    void client.invalidateQueries({ queryKey: threadKey(threadId) });
  }
}
