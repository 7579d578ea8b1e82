import { markRead, markUnread } from '@stammgast/shared/contract/work';
import { MutationObserver, type QueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { beginMark } from '../../../live/reads.ts';

/**
 * Marks a thread as read up to an activity, or as unread: seen at once, and stored one after the other, because of two
 * marks of one thread the server keeps the one that reaches it last.
 */
export function storeRead(client: QueryClient, threadId: string, until: string | undefined): Promise<void> {
  const end = beginMark(client, threadId, until);
  const storing = new MutationObserver(client, {
    mutationFn: async () => {
      if (until === undefined) await call(markUnread, { params: { threadId } });
      else await call(markRead, { params: { threadId }, body: { until } });
    },
    scope: { id: `read ${threadId}` },
    onSuccess: () => end(true),
    onError: () => end(false),
  });
  return storing.mutate().finally(storing.reset);
}
