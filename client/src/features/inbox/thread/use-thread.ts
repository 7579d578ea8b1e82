import { getThread, getThreadContext, type Thread, type ThreadRow } from '@stammgast/shared/contract/threads';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { rowKey, threadKey } from '../../../live/patch-cache.ts';

const threadQuery = (threadId: string) =>
  queryOptions({
    queryKey: threadKey(threadId),
    queryFn: ({ signal }) => call(getThread, { params: { threadId }, signal }),
  });

export const contextQuery = (threadId: string) =>
  queryOptions({
    queryKey: ['context', threadId],
    queryFn: ({ signal }) => call(getThreadContext, { params: { threadId }, signal }),
  });

/** The newest known row of a thread, whoever told it. */
export function useLatestRow() {
  const client = useQueryClient();
  return (row: ThreadRow): ThreadRow => {
    const candidates = [
      row,
      client.getQueryData<ThreadRow>(rowKey(row.id)),
      client.getQueryData<Thread>(threadKey(row.id))?.row,
    ];
    return candidates.reduce<ThreadRow>((best, one) => (one && one.version > best.version ? one : best), row);
  };
}

export function useThread(threadId: string) {
  return useQuery(threadQuery(threadId));
}
