import { and, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import type { NewThread } from './threads.queries.ts';

type Change = Parameters<ReturnType<Db['update']>['set']>[0];

/** The same change for many threads, in one statement; gives back which of them it reached. */
async function changeMany(tx: Db, ids: readonly string[], values: Change, only?: SQL): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { threads } = tx.tables;
  const rows = await tx
    .update(threads)
    .set({ ...values, version: sql`${threads.version} + 1` })
    .where(and(inArray(threads.id, [...ids]), only))
    .returning({ id: threads.id });
  return new Set(rows.map((row) => row.id));
}

export const changeThreads = (tx: Db, ids: readonly string[], values: Partial<NewThread>, version?: number) =>
  changeMany(tx, ids, values, version === undefined ? undefined : eq(tx.tables.threads.version, version));

/** Puts somebody in charge, or nobody, and counts it. */
export function assignThreads(tx: Db, ids: readonly string[], assigneeId: string | null) {
  return changeMany(tx, ids, { assigneeId, claim: sql`${tx.tables.threads.claim} + 1` });
}

/**
 * Compare-and-set: takes threads that nobody has, or that somebody has under this very claim number. Of several at once
 * each thread goes to one; a comment that arrives meanwhile is in nobody's way.
 */
export function claimThreads(tx: Db, ids: readonly string[], personId: string, takeOverFrom?: number) {
  const { threads } = tx.tables;
  const free = isNull(threads.assigneeId);
  const only = takeOverFrom === undefined ? free : or(free, eq(threads.claim, takeOverFrom));
  return changeMany(tx, ids, { assigneeId: personId, claim: sql`${threads.claim} + 1` }, only);
}

/** Brings threads back to the top of the queue; one that waited for the person is the team's turn again. */
export function wakeThreads(tx: Db, ids: readonly string[], now: Date) {
  const { threads } = tx.tables;
  return changeMany(tx, ids, {
    snoozedUntil: null,
    snoozedBy: null,
    status: sql`CASE WHEN ${threads.status} = 'waiting' THEN 'open' ELSE ${threads.status} END`,
    queueAt: sql`CASE WHEN ${lte(threads.queueAt, now)} THEN ${threads.queueAt} ELSE ${sql.param(now, threads.queueAt)} END`,
  });
}

/** Threads of a channel whose snooze is over. */
export function overslept(db: Db, channelId: string, now: Date, limit: number) {
  const { threads } = db.tables;
  const over = and(isNotNull(threads.snoozedUntil), lte(threads.snoozedUntil, now));
  return db
    .select({ id: threads.id, status: threads.status, snoozedUntil: threads.snoozedUntil })
    .from(threads)
    .where(and(over, eq(sql`(${threads.channelId} || '')`, channelId)))
    .limit(limit);
}
