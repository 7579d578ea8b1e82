import type { Moderation } from '@stammgast/shared/contract/moderation';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type ModerationRow = Db['tables']['moderations']['$inferSelect'];

export async function insertModeration(tx: Db, row: ModerationRow): Promise<void> {
  await tx.insert(tx.tables.moderations).values(row);
}

export async function moderationById(db: Db, id: string): Promise<ModerationRow | null> {
  const { moderations } = db.tables;
  const [row] = await db.select().from(moderations).where(eq(moderations.id, id));
  return row ?? null;
}

/** The request for a comment that waits for its decision. */
export async function openModeration(db: Db, commentId: string): Promise<ModerationRow | null> {
  const { moderations } = db.tables;
  const [row] = await db.select().from(moderations).where(eq(moderations.openFor, commentId));
  return row ?? null;
}

export async function changeModeration(tx: Db, id: string, change: Partial<ModerationRow>): Promise<void> {
  const { moderations } = tx.tables;
  await tx.update(moderations).set(change).where(eq(moderations.id, id));
}

/** Ends every request of a channel that waits, and gives them back. */
export function withdrawModerations(
  tx: Db,
  channelId: string,
  end: { decision: 'withdrawn'; decidedBy: string; decidedAt: Date },
): Promise<ModerationRow[]> {
  const { moderations } = tx.tables;
  return tx
    .update(moderations)
    .set({ ...end, openFor: null })
    .where(and(eq(moderations.channelId, channelId), isNotNull(moderations.openFor)))
    .returning();
}

const MOST_LISTED = 100;

/** Requests that wait for a decision on the actor's channels, oldest first. */
export function waitingModerations(db: Db, { channels }: Actor): Promise<ModerationRow[]> {
  const { moderations } = db.tables;
  const theirs = channels === 'all' ? undefined : inArray(moderations.channelId, [...channels]);
  return db
    .select()
    .from(moderations)
    .where(and(isNotNull(moderations.openFor), theirs))
    .orderBy(asc(moderations.requestedAt), asc(moderations.id))
    .limit(MOST_LISTED);
}

/** What was asked and decided in a thread, oldest first. */
export function moderationsOfThread(db: Db, threadId: string): Promise<ModerationRow[]> {
  const { moderations } = db.tables;
  return db
    .select()
    .from(moderations)
    .where(eq(moderations.threadId, threadId))
    .orderBy(asc(moderations.requestedAt), asc(moderations.id));
}

/** With the names of those who asked and decided. */
export async function presentModerations(db: Db, rows: readonly ModerationRow[]): Promise<Moderation[]> {
  const { people } = db.tables;
  const ids = [...new Set(rows.flatMap((row) => [row.requestedBy, row.decidedBy ?? []].flat()))];
  const found =
    ids.length > 0
      ? await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids))
      : [];
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    commentId: row.commentId,
    verdict: row.verdict,
    reason: row.reason,
    remark: row.remark,
    requestedBy: row.requestedBy,
    requestedByName: names.get(row.requestedBy) ?? '',
    requestedAt: row.requestedAt.toISOString(),
    decision: row.decision,
    decidedBy: row.decidedBy,
    decidedByName: row.decidedBy ? (names.get(row.decidedBy) ?? '') : null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decisionRemark: row.decisionRemark,
  }));
}
