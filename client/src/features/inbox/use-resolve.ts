import type { Thread, ThreadRow } from '@stammgast/shared/contract/threads';
import type { ResolveReason } from '@stammgast/shared/domain/thread-status';
import { useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { usePreferences } from '../../api/me.ts';
import { threadKey } from '../../live/patch-cache.ts';
import { goalAfter } from './queue/goal-after.ts';
import type { QueueListHandle } from './queue/queue-list.tsx';
import type { QueueList } from './queue/use-queue.ts';
import { isAnswered, type useWork } from './thread/use-work.ts';

interface Parts {
  readonly queue: QueueList;
  readonly work: ReturnType<typeof useWork>;
  readonly wide: boolean;
  readonly list: RefObject<QueueListHandle | null>;
  readonly threadId: string | undefined;
  readonly go: (id: string, replace?: boolean) => void;
  readonly back: () => void;
  /** Asks for the reason, and calls `resolveAs` with it. */
  readonly ask: (row: ThreadRow, openNext: boolean) => void;
}

/**
 * Done, with the reason where one is needed; afterwards the focus is on the next row, or where the person prefers to go on
 * from, never nowhere.
 */
export function useResolve({ queue, work, wide, list, threadId, go, back, ask }: Parts) {
  const client = useQueryClient();
  const { afterDone = 'next' } = usePreferences();
  const alone = !wide && threadId !== undefined;
  const wayOn = (openNext: boolean) => (openNext && afterDone === 'list' ? 'next' : afterDone);
  const move = (from: string, openNext: boolean) => {
    const way = wayOn(openNext);
    const next = goalAfter(queue.order, from, way);
    const opens = openNext || (alone && way !== 'list');
    if (next && opens) go(next);
    else if (alone) back();
    if (next && !alone) setTimeout(() => list.current?.focusRow(next));
  };
  const send = async (row: ThreadRow, openNext: boolean, reason?: ResolveReason) => {
    move(row.id, openNext);
    const outcome = await work.resolve(row, reason);
    if (outcome === 'reason-needed') ask(row, false);
    // Not from under the hands of whoever writes by then: the next letter would be a command.
    if (outcome !== 'done' && !document.activeElement?.matches('input, textarea'))
      setTimeout(() => list.current?.focusRow(row.id));
  };

  return {
    resolve: (row: ThreadRow, openNext: boolean) => {
      if (row.status === 'resolved') return;
      if (isAnswered(row, client.getQueryData<Thread>(threadKey(row.id)))) void send(row, openNext);
      else ask(row, openNext);
    },
    /** For a reason that is known already. */
    resolveAs: (row: ThreadRow, reason: ResolveReason, openNext = false) => void send(row, openNext, reason),
    /** A thread goes out of sight in another way. */
    leave: (id: string) => move(id, false),
    /** After sending an answer that also resolves. */
    next: () => {
      const from = threadId;
      if (from) move(from, true);
    },
  };
}
