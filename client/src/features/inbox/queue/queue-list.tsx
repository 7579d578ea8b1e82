import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { isUnread } from '../../../live/reads.ts';
import { type QueueSearch, threadHref } from '../queue-search.ts';
import { useReads } from '../work/use-reads.ts';
import type { Selecting } from '../work/use-selection.ts';
import { GhostRow } from './ghost-row.tsx';
import { QueueRow } from './queue-row.tsx';
import { useHeldRows } from './use-held-rows.ts';
import type { QueueList as Queue } from './use-queue.ts';

export interface QueueListHandle {
  /** Moves the focus to a row, scrolling as little as possible. */
  readonly focusRow: (id: string) => void;
  /** The row that has or last had the focus. */
  readonly cursor: () => string | undefined;
}

interface QueueListProps {
  readonly queue: Queue;
  readonly label: string;
  readonly search: QueueSearch;
  readonly openId: string | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly onOpen: (id: string) => void;
  readonly handle: Ref<QueueListHandle>;
  readonly selecting: Selecting;
}

const rowHeight = 56;

export function QueueList({ queue, label, search, openId, names, onOpen, handle, selecting }: QueueListProps) {
  const reads = useReads();
  const latest = useRef(selecting);
  latest.current = selecting;
  const onPick = useCallback(
    (id: string, to: boolean) => (to ? latest.current.extendTo(id) : latest.current.toggle(id)),
    [],
  );
  const picked = selecting.selection.ids;
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<string | undefined>(openId);
  const { ids, ghosts } = queue.order;
  const current = cursor !== undefined && ids.includes(cursor) ? cursor : (openId ?? ids[0]);
  const at = current === undefined ? -1 : ids.indexOf(current);
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 8,
    // The row with the focus stays, or the focus would fall to the page when it is scrolled away.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const range = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
      return at < 0 || (at >= first && at <= last) ? range : [...range, at].sort((a, b) => a - b);
    },
  });
  useHeldRows(scroller, queue);

  const focusRow = (id: string) => {
    setCursor(id);
    const index = ids.indexOf(id);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    const focus = () => {
      const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
      row?.focus({ preventScroll: true });
      return row;
    };
    // At once where it is drawn: the next key is meant for the row.
    if (!focus()) requestAnimationFrame(focus);
  };
  useImperativeHandle(handle, () => ({ focusRow, cursor: () => current }));

  const items = virtual.getVirtualItems();
  const reached = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = queue.query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && reached >= ids.length - 12) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, reached, ids.length]);

  return (
    <div
      className={picked.size > 0 ? 'list picking' : 'list'}
      ref={scroller}
      role="grid"
      aria-multiselectable
      aria-label={label}
      aria-rowcount={hasNextPage ? -1 : ids.length}
      aria-busy={isFetchingNextPage}
    >
      <div role="rowgroup" className="rows" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const id = ids[item.index];
          const row = id === undefined ? undefined : queue.row(id);
          if (id === undefined || !row) return null;
          return (
            <div
              key={item.key}
              role="presentation"
              className="slot"
              style={{ transform: `translateY(${item.start}px)` }}
              {...{ onFocus: () => setCursor(id) }}
            >
              {ghosts.has(id) ? (
                <GhostRow row={row} index={item.index} names={names} onOpen={onOpen} />
              ) : (
                <QueueRow
                  row={row}
                  href={threadHref(id, search)}
                  index={item.index}
                  selected={id === openId}
                  tabbable={id === current}
                  assignee={row.assigneeId === null ? null : (names.get(row.assigneeId) ?? '?')}
                  unread={isUnread(row, reads)}
                  picked={picked.has(id)}
                  onOpen={onOpen}
                  onPick={onPick}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
