import { listThreads, type QueueFilter } from '@stammgast/shared/contract/threads';
import { infiniteQueryOptions, type QueryFunctionContext } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { queueKey } from '../../../live/patch-cache.ts';
import { keyOf, type QueuePage } from '../../../live/queue-data.ts';
import { learnReads } from '../../../live/reads.ts';

async function fetchPage(
  filter: QueueFilter,
  cursor: string | null,
  { signal, client }: QueryFunctionContext,
): Promise<QueuePage> {
  const query = cursor === null ? filter : { ...filter, cursor };
  const { threads, reads, next } = await call(listThreads, { query, signal });
  learnReads(client, reads);
  const last = threads.at(-1);
  return { threads, next, until: next !== null && last ? keyOf(last, filter) : null };
}

export const queueQuery = (filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: queueKey(filter),
    queryFn: (context) => fetchPage(filter, context.pageParam, context),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
