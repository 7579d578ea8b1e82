import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { newId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';

/** Up to when a person has read these threads; one that is not named was never read. */
export async function readsOf(db: Db, personId: string, threadIds: readonly string[]): Promise<Map<string, Date>> {
  if (threadIds.length === 0) return new Map();
  const { reads } = db.tables;
  const rows = await db
    .select({ threadId: reads.threadId, readAt: reads.readAt })
    .from(reads)
    .where(and(eq(reads.personId, personId), inArray(reads.threadId, [...threadIds])));
  return new Map(rows.map((row) => [row.threadId, row.readAt]));
}

/** Remembers it for this person alone: no row, no version, no fact tells others. */
export async function saveReads(
  tx: Db,
  personId: string,
  threads: readonly { readonly threadId: string; readonly readAt: Date }[],
): Promise<void> {
  if (threads.length === 0) return;
  const { reads } = tx.tables;
  await tx
    .insert(reads)
    .values(threads.map(({ threadId, readAt }) => ({ id: newId(), personId, threadId, readAt })))
    .onConflictDoUpdate({ target: [reads.personId, reads.threadId], set: { readAt: sql`excluded.read_at` } });
}

export async function deleteReads(tx: Db, personId: string, threadIds: readonly string[]): Promise<void> {
  const { reads } = tx.tables;
  await tx.delete(reads).where(and(eq(reads.personId, personId), inArray(reads.threadId, [...threadIds])));
}

/** Whoever opens a thread has seen where they were mentioned in it. */
export async function seeMentions(tx: Db, personId: string, threadIds: readonly string[], at: Date): Promise<void> {
  const { mentions } = tx.tables;
  await tx
    .update(mentions)
    .set({ seenAt: at })
    .where(and(eq(mentions.personId, personId), isNull(mentions.seenAt), inArray(mentions.threadId, [...threadIds])));
}
