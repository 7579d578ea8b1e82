import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { isHeld } from './hold.ts';

/** What is on screen is asked for again; where the page is held still, only once it goes on. */
export function invalidate(client: QueryClient, queryKey: QueryKey): void {
  void client.invalidateQueries({ queryKey, refetchType: isHeld() ? 'none' : 'active' });
}

/** Asks for what has become stale while the page was held still, be it by news or by time. */
export function fetchStale(client: QueryClient): void {
  void client.refetchQueries({ type: 'active', predicate: (query) => query.isStale() });
}
