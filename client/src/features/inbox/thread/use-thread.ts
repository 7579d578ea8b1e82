import { getThread, getThreadContext, type ThreadRow } from '@stammgast/shared/contract/threads';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { useMe } from '../../../api/me.ts';
import { withUnansweredParts } from '../../../live/parts.ts';
import { latestRow, threadKey, withNewRow } from '../../../live/patch-cache.ts';
import { withUnanswered } from '../../../live/unanswered.ts';
import type { Desk } from '../composer/draft-desk.ts';
import { useDesk } from '../composer/use-draft.ts';

export const threadQuery = (desk: Pick<Desk, 'glance'>, personId: string, threadId: string) =>
  queryOptions({
    queryKey: threadKey(threadId),
    queryFn: async ({ client, signal }) => {
      const lay = desk.glance(threadId);
      const told = await call(getThread, { params: { threadId }, signal });
      const thread = withUnansweredParts(client, told);
      lay(thread.drafts.filter((draft) => draft.personId === personId));
      const row = withUnanswered(client, thread.row);
      // What was told or done meanwhile is newer.
      return withNewRow(thread, latestRow(client, row));
    },
  });

export const contextQuery = (threadId: string) =>
  queryOptions({
    queryKey: ['context', threadId],
    queryFn: ({ signal }) => call(getThreadContext, { params: { threadId }, signal }),
  });

export function useLatestRow() {
  const client = useQueryClient();
  return (row: ThreadRow): ThreadRow => latestRow(client, row);
}

export function useThread(threadId: string) {
  const desk = useDesk();
  const { id } = useMe();
  return useQuery(threadQuery(desk, id, threadId));
}
