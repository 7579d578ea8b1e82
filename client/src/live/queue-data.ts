import type { QueueFilter, ThreadRow } from '@stammgast/shared/contract/threads';

/** Place of a row in its queue: rows sort by instant, then by id. */
export interface Key {
  readonly at: string;
  readonly id: string;
}

export interface QueuePage {
  readonly threads: readonly ThreadRow[];
  readonly next: string | null;
  /** How far this page reached when it was fetched; null: to the end. */
  readonly until: Key | null;
}

/** Shape of the query cache for one filter. */
export interface QueueData {
  readonly pages: readonly QueuePage[];
  readonly pageParams: readonly unknown[];
}

type Order = Pick<QueueFilter, 'state'>;
const newestFirst = ({ state }: Order) => state === 'resolved' || state === 'all';

export const keyOf = (row: ThreadRow, order: Order): Key => ({
  at: newestFirst(order) ? row.lastActivityAt : row.queueAt,
  id: row.id,
});

/** Below 0 when `a` stands before `b`. Instants are ISO in UTC, so their text sorts like their time. */
export function compareKeys(a: Key, b: Key, order: Order): number {
  const rising = a.at === b.at ? compareText(a.id, b.id) : compareText(a.at, b.at);
  return newestFirst(order) ? -rising : rising;
}
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const attention: readonly (string | null)[] = ['failed', 'unconfirmed', 'by-hand'];

function isInState(row: ThreadRow, state: QueueFilter['state'], now: string): boolean {
  switch (state) {
    case 'open':
    case 'waiting':
      return row.status === state && row.snoozedUntil === null;
    case 'resolved':
      return row.status === state;
    case 'snoozed':
      return row.snoozedUntil !== null;
    case 'soon':
      return row.status !== 'resolved' && row.due !== null && row.due.soonAt <= now && now < row.due.dueAt;
    case 'overdue':
      return row.status !== 'resolved' && row.due !== null && row.due.dueAt <= now;
    case 'attention':
      return attention.includes(row.replyState);
    case 'all':
    case 'mentioned':
      return true;
  }
}

function isAssigned(row: ThreadRow, assignee: string | undefined, personId: string): boolean {
  if (assignee === undefined) return true;
  if (assignee === 'none') return row.assigneeId === null;
  return row.assigneeId === (assignee === 'me' ? personId : assignee);
}

/** The same decision as the server's, for a row that a fact brings. Text and mentions are the server's matter alone. */
export function belongs(row: ThreadRow, filter: QueueFilter, who: { personId: string; now: string }): boolean {
  return (
    isInState(row, filter.state, who.now) &&
    (filter.channel === undefined || row.channelId === filter.channel) &&
    (filter.sentiment === undefined || row.sentiment === filter.sentiment) &&
    isAssigned(row, filter.assignee, who.personId)
  );
}

export const rowsOf = (data: QueueData): readonly ThreadRow[] => data.pages.flatMap((page) => page.threads);

const mapPages = (data: QueueData, change: (threads: readonly ThreadRow[]) => readonly ThreadRow[]): QueueData => ({
  ...data,
  pages: data.pages.map((page) => {
    const threads = change(page.threads);
    return threads === page.threads ? page : { ...page, threads };
  }),
});

export function withoutRow(data: QueueData, id: string): QueueData {
  return mapPages(data, (threads) =>
    threads.some((row) => row.id === id) ? threads.filter((row) => row.id !== id) : threads,
  );
}

/** Puts a row where it belongs, if the fetched part of the queue reaches that far. */
function withRow(data: QueueData, row: ThreadRow, order: Order): QueueData {
  const key = keyOf(row, order);
  const at = data.pages.findIndex((page) => page.until === null || compareKeys(key, page.until, order) <= 0);
  if (at < 0) return data;
  const pages = data.pages.map((page, index) => {
    if (index !== at) return page;
    const before = page.threads.filter((one) => compareKeys(keyOf(one, order), key, order) < 0);
    return { ...page, threads: [...before, row, ...page.threads.slice(before.length)] };
  });
  return { ...data, pages };
}

/** The queue after one thread has changed. What only the server can find keeps its order and its members; rows change. */
export function placeRow(
  data: QueueData,
  filter: QueueFilter,
  row: ThreadRow,
  who: { personId: string; now: string },
): QueueData {
  const known = rowsOf(data).find((one) => one.id === row.id);
  if (known && known.version > row.version) return data;
  if (filter.text || filter.state === 'mentioned') {
    if (!known) return data;
    return belongs(row, filter, who)
      ? mapPages(data, (threads) =>
          threads.includes(known) ? threads.map((one) => (one === known ? row : one)) : threads,
        )
      : withoutRow(data, row.id);
  }
  const rest = known ? withoutRow(data, row.id) : data;
  return belongs(row, filter, who) ? withRow(rest, row, filter) : rest;
}
