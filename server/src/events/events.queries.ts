import { asc, desc, gt } from 'drizzle-orm';
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
