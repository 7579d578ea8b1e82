import type { Approval, Reply } from '@stammgast/shared/contract/replies';
import type { ApprovalReasonCode } from '@stammgast/shared/domain/approval-codes';
import type { Db } from '../storage/database.ts';
import { type ApprovalRow, approvalsOf } from './approvals.queries.ts';
import { type ReplyRow, repliesWithPeople } from './replies.queries.ts';

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export function presentReply(reply: ReplyRow, personName: string | null, approval: ApprovalRow | null): Reply {
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
    approval: approval && presentApproval(approval),
    guestName: reply.guestName,
    version: reply.version,
  };
}

const presentApproval = (approval: ApprovalRow): Approval => ({
  reasons: approval.reasons as ApprovalReasonCode[],
  requestedAt: approval.requestedAt.toISOString(),
  decision: approval.decision,
  decidedAt: instant(approval.decidedAt),
  decidedBy: approval.guestName ?? approval.deciderName,
  byGuest: approval.guestName !== null,
  remark: approval.remark,
  bodyBefore: approval.bodyBefore,
});

/** All answers of a thread, oldest first, drafts included. */
export async function repliesOfThread(db: Db, threadId: string): Promise<Reply[]> {
  const [rows, approvals] = await Promise.all([repliesWithPeople(db, threadId), approvalsOf(db, { threadId })]);
  return rows.map(({ reply, personName }) => presentReply(reply, personName, approvals.get(reply.id) ?? null));
}
