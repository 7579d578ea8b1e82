import type { NewJob } from '../jobs/jobs.queries.ts';
import type { ReplyRow } from '../replies/replies.queries.ts';

type Named = Pick<ReplyRow, 'id' | 'channelId'>;

export const publishKey = (replyId: string): string => `publish-reply:${replyId}`;

/** Sends an answer. Its channel is the lane: a platform that hangs does not hold up the others. */
export const publishJob = (reply: Named, runAt: Date): NewJob => ({
  kind: 'publish-reply',
  uniqueKey: publishKey(reply.id),
  lane: reply.channelId,
  payload: { replyId: reply.id },
  runAt,
});

/** Looks for an answer that may be public or not. `since`: when it was lost sight of. */
export const lookJob = (reply: Named, since: Date, runAt: Date): NewJob => ({
  kind: 'look-for-reply',
  uniqueKey: `look-for-reply:${reply.id}`,
  lane: reply.channelId,
  payload: { replyId: reply.id, since: since.getTime(), absent: 0 },
  runAt,
});
