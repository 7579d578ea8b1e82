import { and, asc, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type StoredPromise = Db['tables']['promises']['$inferSelect'];
type Change = Partial<Db['tables']['promises']['$inferInsert']>;

/** What we have promised in a thread, oldest first; dismissed ones too. */
export function promisesOfThread(db: Db, threadId: string): Promise<StoredPromise[]> {
  const { promises } = db.tables;
  return db
    .select()
    .from(promises)
    .where(eq(promises.threadId, threadId))
    .orderBy(asc(promises.createdAt), asc(promises.dueAt), asc(promises.id));
}

export async function promiseById(db: Db, id: string): Promise<StoredPromise | null> {
  const { promises } = db.tables;
  const [row] = await db.select().from(promises).where(eq(promises.id, id));
  return row ?? null;
}

/** Those of these channels that are still to be kept and whose time has come. */
export function latePromises(db: Db, channelIds: readonly string[], now: Date): Promise<StoredPromise[]> {
  const { promises } = db.tables;
  return db
    .select()
    .from(promises)
    .where(and(inArray(promises.channelId, [...channelIds]), eq(promises.state, 'open'), lt(promises.dueAt, now)))
    .orderBy(asc(promises.dueAt), asc(promises.id));
}

export async function insertPromises(tx: Db, rows: readonly StoredPromise[]): Promise<void> {
  if (rows.length > 0) await tx.insert(tx.tables.promises).values([...rows]);
}

/** Compare-and-set on the state; null when somebody was faster. */
export async function savePromise(tx: Db, was: StoredPromise, change: Change): Promise<StoredPromise | null> {
  const { promises } = tx.tables;
  const [row] = await tx
    .update(promises)
    .set(change)
    .where(and(eq(promises.id, was.id), eq(promises.state, was.state)))
    .returning();
  return row ?? null;
}

/** A public answer ends what was promised before it was written: kept, or broken when it came too late. */
export function endByAnswer(
  tx: Db,
  answer: { id: string; threadId: string; personId: string; createdAt: Date },
  at: Date,
): Promise<StoredPromise[]> {
  const { promises } = tx.tables;
  return tx
    .update(promises)
    .set({
      state: sql`CASE WHEN ${lt(promises.dueAt, at)} THEN 'broken' ELSE 'kept' END`,
      endedAt: at,
      endedBy: answer.personId,
    })
    .where(
      and(
        eq(promises.threadId, answer.threadId),
        inArray(promises.state, ['open', 'broken']),
        isNull(promises.endedAt),
        lt(promises.createdAt, answer.createdAt),
        or(isNull(promises.replyId), ne(promises.replyId, answer.id)),
      ),
    )
    .returning();
}

/** Nobody can keep them any more: what is suggested, open, or broken and still to be made good. */
export function dismissPromises(
  tx: Db,
  channelId: string,
  end: { endedAt: Date; endedBy: string },
): Promise<StoredPromise[]> {
  const { promises } = tx.tables;
  const standing = inArray(promises.state, ['suggested', 'open', 'broken']);
  return tx
    .update(promises)
    .set({ ...end, state: sql`CASE WHEN ${eq(promises.state, 'broken')} THEN 'broken' ELSE 'dismissed' END` })
    .where(and(eq(promises.channelId, channelId), standing, isNull(promises.endedAt)))
    .returning();
}
