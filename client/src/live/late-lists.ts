import type { Query, QueryClient } from '@tanstack/react-query';
import type { QueueData } from './queue-data.ts';

/** What news, or what was done here, make of the list for one search. */
export type Change = (q: string, data: QueueData) => QueueData;

/** What has changed since a list was asked for. */
const meanwhileIn = new WeakMap<Query, readonly Change[]>();

/** A list that is on its way may have been read before this. */
export function noteForLateLists(client: QueryClient, change: Change): void {
  for (const query of client.getQueryCache().findAll({ queryKey: ['queue'], fetchStatus: 'fetching' }))
    meanwhileIn.set(query, [...(meanwhileIn.get(query) ?? []), change]);
}

/** Puts into each list that comes what has changed since it was asked for, and `last`. Returns the way to stop. */
export function keepLateListsTrue(client: QueryClient, last: Change): () => void {
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryKey[0] !== 'queue') return;
    const { query, action } = event;
    const hasCome = action.type === 'success' && !action.manual;
    // A question that nobody waited for to the end is asked anew: what had changed by then is in the answer.
    if (!hasCome && action.type !== 'error' && action.type !== 'fetch') return;
    const changes = meanwhileIn.get(query) ?? [];
    meanwhileIn.delete(query);
    if (hasCome)
      client.setQueryData<QueueData>(query.queryKey, (data) => data && changed(query, data, [...changes, last]));
  });
}

const changed = ({ queryKey }: Query, data: QueueData, changes: readonly Change[]): QueueData =>
  changes.reduce((now, change) => change(String(queryKey[1]), now), data);
