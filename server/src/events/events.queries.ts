import { and, asc, desc, gt, inArray, lt } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import type { NewFact } from './fact.ts';

export type StoredFact = Awaited<ReturnType<typeof factsAfter>>[number];

export async function insertEvents(tx: Db, at: Date, facts: readonly NewFact[]): Promise<void> {
  const rows = facts.map((fact) => ({
    at: fact.at ?? at,
    kind: fact.kind,
    channelId: fact.channelId ?? null,
    threadId: fact.threadId ?? null,
    personId: fact.personId ?? null,
    payload: fact.payload ?? null,
  }));
  await tx.insertMany(tx.tables.events, rows);
}

/** Facts after `seq`, oldest first. */
export function factsAfter(db: Db, seq: number, limit: number) {
  const { events } = db.tables;
  return db.select().from(events).where(gt(events.seq, seq)).orderBy(asc(events.seq)).limit(limit);
}

/** The newest number, 0 for an empty log. */
export async function newestSeq(db: Db): Promise<number> {
  const { events } = db.tables;
  const [row] = await db.select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1);
  return row?.seq ?? 0;
}

/** The oldest number that is still there, 0 for an empty log. */
export async function oldestSeq(db: Db): Promise<number> {
  const { events } = db.tables;
  const [row] = await db.select({ seq: events.seq }).from(events).orderBy(asc(events.seq)).limit(1);
  return row?.seq ?? 0;
}

/** Deletes the oldest facts, at most `limit`, as far as they are older than `before`; says how many there were. */
export async function forgetFacts(tx: Db, before: Date, limit: number): Promise<number> {
  const { events } = tx.tables;
  const oldest = tx.select({ seq: events.seq }).from(events).orderBy(asc(events.seq)).limit(limit);
  const gone = await tx
    .delete(events)
    .where(and(inArray(events.seq, oldest), lt(events.at, before)))
    .returning({ seq: events.seq });
  return gone.length;
}
