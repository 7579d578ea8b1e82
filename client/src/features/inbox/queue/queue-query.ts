import { listThreads } from '@stammgast/shared/contract/threads';
import { orderOf } from '@stammgast/shared/domain/search/order';
import { infiniteQueryOptions, type QueryFunctionContext } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { queueKey } from '../../../live/patch-cache.ts';
import { keyOf, type QueuePage } from '../../../live/queue-data.ts';
import { glanceAtReads } from '../../../live/reads.ts';
import { searchOf } from '../../../live/searches.ts';
import { withUnanswered } from '../../../live/unanswered.ts';

async function fetchPage(
  q: string,
  cursor: string | null,
  { signal, client }: QueryFunctionContext,
): Promise<QueuePage> {
  const query = cursor === null ? { q } : { q, cursor };
  const learnReads = glanceAtReads(client);
  const { threads: told, reads, next } = await call(listThreads, { query, signal });
  learnReads(told, reads);
  const threads = told.map((row) => withUnanswered(client, row));
  const last = told.at(-1);
  const search = searchOf(q);
  return { threads, next, until: next !== null && last && search ? keyOf(last, orderOf(search)) : null };
}

export const queueQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: queueKey(q),
    queryFn: (context) => fetchPage(q, context.pageParam, context),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
