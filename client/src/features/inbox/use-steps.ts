import { type RefObject, useRef } from 'react';
import type { QueueListHandle } from './queue/queue-list.tsx';
import { neighbour, neighbourSince } from './queue/stable-order.ts';
import type { QueueList } from './queue/use-queue.ts';

interface Parts {
  readonly queue: QueueList;
  readonly wide: boolean;
  readonly list: RefObject<QueueListHandle | null>;
  readonly threadId: string | undefined;
  readonly go: (id: string, replace?: boolean) => void;
}

/** One thread on or back. */
export function useSteps({ queue, wide, list, threadId, go }: Parts) {
  // An answered thread leaves the list while it is still open: the next step goes on from where it stood.
  const knownOrder = useRef(queue.order);
  if (threadId && queue.order.ids.includes(threadId)) knownOrder.current = queue.order;
  // Side by side the thread follows the row; alone, one pages through threads, or moves through the list.
  const stepBeside = (by: 1 | -1) => {
    const next = neighbourSince(knownOrder.current, queue.order, list.current?.cursor() ?? threadId, by);
    if (!next) return;
    go(next, true);
    list.current?.focusRow(next);
  };
  const stepAlone = (by: 1 | -1) => {
    if (threadId) {
      const next = neighbourSince(knownOrder.current, queue.order, threadId, by);
      if (next) go(next, true);
      return;
    }
    const cursor = list.current?.cursor();
    const next = document.activeElement?.closest('[data-row]') ? neighbour(queue.order, cursor, by) : cursor;
    if (next) list.current?.focusRow(next);
  };
  return (by: 1 | -1) => () => (wide ? stepBeside(by) : stepAlone(by));
}
