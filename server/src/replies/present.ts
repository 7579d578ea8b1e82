import type { Reply } from '@stammgast/shared/contract/replies';
import type { Db } from '../storage/database.ts';
import { type ReplyRow, repliesWithPeople } from './replies.queries.ts';

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export function presentReply(reply: ReplyRow, personName: string | null): Reply {
  return {
    id: reply.id,
    threadId: reply.threadId,
    commentId: reply.commentId,
    personId: reply.personId,
    personName,
    body: reply.body,
    state: reply.state,
    createdAt: reply.createdAt.toISOString(),
    holdUntil: instant(reply.holdUntil),
    publishedAt: instant(reply.publishedAt),
    url: reply.url,
    failure: reply.failureKind ? { kind: reply.failureKind, detail: reply.failureDetail ?? '' } : null,
    attempts: reply.attempts,
    openUrl: reply.openUrl,
  };
}

/** All answers of a thread, oldest first, drafts included. */
export async function repliesOfThread(db: Db, threadId: string): Promise<Reply[]> {
  const rows = await repliesWithPeople(db, threadId);
  return rows.map(({ reply, personName }) => presentReply(reply, personName));
}
