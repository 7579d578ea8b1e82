import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
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

/** The facts of one thread of certain kinds, oldest first. */
export function factsOfThread(db: Db, threadId: string, kinds: readonly NewFact['kind'][]) {
  const { events } = db.tables;
  return db
    .select()
    .from(events)
    .where(and(eq(events.threadId, threadId), inArray(events.kind, [...kinds])))
    .orderBy(asc(events.seq));
}
