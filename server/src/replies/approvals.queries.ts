import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

type Stored = Db['tables']['approvals']['$inferSelect'];
export type NewApproval = Db['tables']['approvals']['$inferInsert'];
export type ApprovalRow = Pick<
  Stored,
  'id' | 'reasons' | 'requestedAt' | 'decision' | 'decidedAt' | 'remark' | 'bodyBefore'
> & { readonly deciderName: string | null; readonly guestName: string | null };

export async function insertApproval(tx: Db, row: NewApproval): Promise<void> {
  await tx.insert(tx.tables.approvals).values(row);
}

/** What was decided about answers, by the answer's id. */
export async function approvalsOf(db: Db, where: { threadId: string } | { replyId: string }) {
  const { approvals: a, replies, people, guestLinks } = db.tables;
  const rows = await db
    .select({
      replyId: a.replyId,
      id: a.id,
      reasons: a.reasons,
      requestedAt: a.requestedAt,
      decision: a.decision,
      decidedAt: a.decidedAt,
      remark: a.remark,
      bodyBefore: a.bodyBefore,
      deciderName: people.name,
      guestName: guestLinks.guestName,
    })
    .from(replies)
    .innerJoin(a, eq(a.replyId, replies.id))
    .leftJoin(people, eq(people.id, a.decidedBy))
    .leftJoin(guestLinks, eq(guestLinks.id, a.guestLinkId))
    // By the answer and not by the approval's own thread: threads are merged and taken apart.
    .where('threadId' in where ? eq(replies.threadId, where.threadId) : eq(replies.id, where.replyId));
  return new Map<string, ApprovalRow>(rows.map(({ replyId, ...row }) => [replyId, row]));
}

export async function approvalOf(db: Db, replyId: string): Promise<ApprovalRow | null> {
  return (await approvalsOf(db, { replyId })).get(replyId) ?? null;
}

/** Writes down what was decided. False when somebody was faster, or nothing was asked. */
export async function decideApproval(tx: Db, replyId: string, decided: Partial<NewApproval>): Promise<boolean> {
  const { approvals } = tx.tables;
  const rows = await tx
    .update(approvals)
    .set(decided)
    .where(and(eq(approvals.replyId, replyId), isNull(approvals.decision)))
    .returning({ id: approvals.id });
  return rows.length > 0;
}

/** The decision is taken back: the answer waits again. A text that the decider changed stays changed. */
export async function reopenApproval(tx: Db, replyId: string): Promise<void> {
  const { approvals } = tx.tables;
  await tx
    .update(approvals)
    .set({ decision: null, decidedBy: null, guestLinkId: null, decidedAt: null, remark: null })
    .where(eq(approvals.replyId, replyId));
}
