import type { Query, QueryClient, QueryFilters, QueryKey } from '@tanstack/react-query';
import { isHeld } from './hold.ts';

/** What is on screen is asked for again; where the page is held still, only once it goes on. */
export function invalidate(client: QueryClient, queryKey: QueryKey): void {
  askAgain(client, { queryKey });
  onceMore(client, { queryKey });
}

const askAgain = (client: QueryClient, filters: QueryFilters) =>
  void client.invalidateQueries({ ...filters, refetchType: isHeld() ? 'none' : 'active' });

const waiting = new WeakSet<Query>();

/**
 * What is on its way for the first time is not asked for twice at once, and may have been read before the news: it is
 * asked for again when it has come.
 */
function onceMore(client: QueryClient, filters: QueryFilters): void {
  for (const query of client.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' })) {
    if (query.state.data !== undefined || waiting.has(query)) continue;
    waiting.add(query);
    const settled = () => waiting.delete(query);
    // It is under way, and only waited for. What fails is asked for again by whoever sees that.
    query.fetch().then(() => settled() && askAgain(client, { queryKey: query.queryKey, exact: true }), settled);
  }
}

/** What a refetch after a break has to cover. */
const living = new Set([
  'queue',
  'counts',
  'views',
  'view-counts',
  'thread',
  'context',
  'channels',
  'colleagues',
  'deadlines',
  'notifications',
  'people',
  'radar',
  'review',
  'silence',
  'snippets',
  'wall',
  'wall-usual',
]);

/** Asks again for all that news change, because some may have been missed. */
export function fetchLiving(client: QueryClient): void {
  const filters: QueryFilters = { predicate: ({ queryKey }) => living.has(String(queryKey[0])) };
  void client.invalidateQueries(filters);
  onceMore(client, filters);
}

/** Asks for what has become stale while the page was held still, be it by news or by time. */
export function fetchStale(client: QueryClient): void {
  void client.refetchQueries({ type: 'active', predicate: (query) => query.isStale() });
}

/** Asks again, once the server is back, for what could not be had while it was away. */
export function fetchFailed(client: QueryClient): void {
  if (!isHeld()) void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
}
