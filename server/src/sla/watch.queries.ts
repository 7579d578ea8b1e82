import { and, asc, inArray, isNotNull, isNull, lte, min, or, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import type { StoredClock } from './clocks.queries.ts';

/** When the next clock has something to tell; null: none has. */
export async function nextFactTime(db: Db): Promise<Date | null> {
  const { clocks } = db.tables;
  const [row] = await db.select({ at: min(clocks.nextFactAt) }).from(clocks);
  return row?.at ?? null;
}

/** Channels with something to tell at `now`, in the order in which everybody locks them. */
export async function channelsWithFacts(db: Db, now: Date): Promise<string[]> {
  const { clocks } = db.tables;
  const rows = await db
    .selectDistinct({ channelId: clocks.channelId })
    .from(clocks)
    .where(lte(clocks.nextFactAt, now))
    .orderBy(asc(clocks.channelId));
  return rows.map((row) => row.channelId);
}

/** Marks running clocks that are due soon at `now`, once for all nodes, and returns them in the order of their times. */
export async function takeDueSoon(tx: Db, now: Date, limit: number): Promise<StoredClock[]> {
  const { clocks } = tx.tables;
  const untold = and(
    lte(clocks.nextFactAt, now),
    isNull(clocks.dueSoonAt),
    isNull(clocks.metAt),
    isNull(clocks.stoppedAt),
  );
  const next = tx.select({ id: clocks.id }).from(clocks).where(untold).orderBy(asc(clocks.nextFactAt)).limit(limit);
  const taken = await tx
    .update(clocks)
    .set({
      dueSoonAt: sql`${clocks.soonAt}`,
      nextFactAt: sql`CASE WHEN ${clocks.pausedAt} IS NULL OR ${clocks.dueAt} <= ${clocks.pausedAt} THEN ${clocks.dueAt} END`,
    })
    // Asked again outside: on PostgreSQL another node may have been faster.
    .where(and(inArray(clocks.id, next), untold))
    .returning();
  return taken.toSorted((a, b) => a.soonAt.getTime() - b.soonAt.getTime());
}

/** Marks clocks whose deadline has passed by `now`, also those that were met late; like takeDueSoon. */
export async function takeBreached(tx: Db, now: Date, limit: number): Promise<StoredClock[]> {
  const { clocks } = tx.tables;
  // A running clock is told to be due soon before it is told to be breached.
  const ripe = or(isNotNull(clocks.dueSoonAt), isNotNull(clocks.metAt), isNotNull(clocks.stoppedAt));
  const untold = and(lte(clocks.nextFactAt, now), lte(clocks.dueAt, now), ripe);
  const next = tx.select({ id: clocks.id }).from(clocks).where(untold).orderBy(asc(clocks.nextFactAt)).limit(limit);
  const taken = await tx
    .update(clocks)
    .set({ breachedAt: sql`${clocks.dueAt}`, nextFactAt: null })
    .where(and(inArray(clocks.id, next), untold))
    .returning();
  return taken.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}
