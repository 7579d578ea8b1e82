import { listThreads, type QueueFilter } from '@stammgast/shared/contract/threads';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { queueKey } from '../../../live/patch-cache.ts';
import { keyOf, type QueuePage } from '../../../live/queue-data.ts';

async function fetchPage(filter: QueueFilter, cursor: string | null, signal: AbortSignal): Promise<QueuePage> {
  const query = cursor === null ? filter : { ...filter, cursor };
  const { threads, next } = await call(listThreads, { query, signal });
  const last = threads.at(-1);
  return { threads, next, until: next !== null && last ? keyOf(last, filter) : null };
}

export const queueQuery = (filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: queueKey(filter),
    queryFn: ({ pageParam, signal }) => fetchPage(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
