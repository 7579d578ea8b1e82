import { markRead, markUnread } from '@stammgast/shared/contract/work';
import type { QueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { inTurn } from '../../../api/in-turn.ts';
import { beginMark } from '../../../live/reads.ts';

/** Marks a thread as read up to an activity, or as unread: seen at once, and stored in the order of the presses. */
export async function storeRead(client: QueryClient, threadId: string, until: string | undefined): Promise<void> {
  const end = beginMark(client, threadId, until);
  const send = () =>
    until === undefined
      ? call(markUnread, { params: { threadId } })
      : call(markRead, { params: { threadId }, body: { until } });
  try {
    await inTurn(client, `read ${threadId}`, send);
    end(true);
  } catch (error) {
    end(false);
    throw error;
  }
}
