import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type QueuePage, rowsOf } from '../../../live/queue-data.ts';
import { queueQuery } from './queue-query.ts';
import { collapse, follow, freshOrder, type Order, waitingOf } from './stable-order.ts';

export interface QueueList {
  readonly order: Order;
  readonly row: (id: string) => ThreadRow | undefined;
  readonly fresh: readonly ThreadRow[];
  readonly moved: boolean;
  /** Shows what waits. */
  readonly showNew: () => void;
  /** Lets old ghosts go; `held` are the rows under pointer and focus. */
  readonly tidy: (held: ReadonlySet<string>) => void;
  readonly query: ReturnType<typeof useInfiniteQuery<QueuePage, Error>>;
}

/** The queue as it stands on screen: fed by the living cache, but moving only when asked to. */
export function useQueue(view: string): QueueList {
  const query = useInfiniteQuery(queueQuery(view));
  const rows = useMemo(() => (query.data ? rowsOf(query.data) : undefined), [query.data]);
  const live = useMemo(() => rows?.map((row) => row.id), [rows]);
  const lastSeen = useRef(new Map<string, ThreadRow>());
  for (const row of rows ?? []) lastSeen.current.set(row.id, row);

  const [shown, setShown] = useState<{ view: string; order: Order } | null>(null);
  const order = !live ? null : shown?.view === view ? follow(shown.order, live, Date.now()) : freshOrder(live);
  useEffect(() => {
    if (order && (shown?.view !== view || shown.order !== order)) setShown({ view, order });
  });

  const tidy = useCallback((held: ReadonlySet<string>) => {
    setShown((now) => {
      if (!now) return now;
      const next = collapse(now.order, Date.now(), held);
      return next === now.order ? now : { ...now, order: next };
    });
  }, []);
  const waiting = useMemo(() => (order && live ? waitingOf(order, live) : { fresh: [], moved: false }), [order, live]);
  return {
    order: order ?? freshOrder([]),
    row: (id) => lastSeen.current.get(id),
    fresh: waiting.fresh.flatMap((id) => lastSeen.current.get(id) ?? []),
    moved: waiting.moved,
    showNew: () => live && setShown({ view, order: freshOrder(live) }),
    tidy,
    query,
  };
}
