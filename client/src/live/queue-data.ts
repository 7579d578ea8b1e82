import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { fulfils, type Looking } from '@stammgast/shared/domain/search/fulfils';
import { orderOf, type SearchOrder } from '@stammgast/shared/domain/search/order';
import { rowFoundBy } from '@stammgast/shared/domain/search/row-found-by';
import type { Search } from '@stammgast/shared/domain/search/search';

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

/** Shape of the query cache for one search. */
export interface QueueData {
  readonly pages: readonly QueuePage[];
  readonly pageParams: readonly unknown[];
}

export const keyOf = (row: ThreadRow, order: SearchOrder): Key => ({
  at: order === 'due' ? row.queueAt : row.lastActivityAt,
  id: row.id,
});

/** Below 0 when `a` stands before `b`. Instants are ISO in UTC, so their text sorts like their time. */
export function compareKeys(a: Key, b: Key, order: SearchOrder): number {
  const rising = a.at === b.at ? compareText(a.id, b.id) : compareText(a.at, b.at);
  return order === 'newest' ? -rising : rising;
}
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

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
function withRow(data: QueueData, row: ThreadRow, order: SearchOrder): QueueData {
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

const patched = (data: QueueData, known: ThreadRow, row: ThreadRow): QueueData =>
  mapPages(data, (threads) => (threads.includes(known) ? threads.map((one) => (one === known ? row : one)) : threads));

/**
 * The list after one thread has changed. What a row alone cannot tell is left to the server: such a list, and one by
 * relevance, takes up no new row, and lets one go only when that is certain.
 */
export function placeRow(data: QueueData, search: Search, changed: ThreadRow, looking: Looking): QueueData {
  const row = rowFoundBy(search, changed);
  const known = rowsOf(data).find((one) => one.id === row.id);
  if (known && known.version > row.version) return data;
  const belongs = fulfils(search.where, changed, looking);
  const order = orderOf(search);
  if (belongs === false) return known ? withoutRow(data, row.id) : data;
  if (order === 'relevance') return known ? patched(data, known, row) : data;
  if (belongs === null && !known) return data;
  return withRow(known ? withoutRow(data, row.id) : data, row, order);
}

/** The row may have come in or gone, and only the server knows. */
export const isOpenFor = (search: Search, row: ThreadRow, looking: Looking): boolean =>
  fulfils(search.where, row, looking) === null;
