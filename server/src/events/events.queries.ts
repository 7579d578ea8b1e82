import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { preparedOnce } from '../storage/prepared.ts';
import type { NewFact } from './fact.ts';

export type StoredFact = Awaited<ReturnType<typeof factsAfter>>[number];

export async function insertEvents(tx: Db, at: Date, facts: readonly NewFact[]): Promise<void> {
  const rows = facts.map((fact) => ({
    at: fact.at ?? at,
    kind: fact.kind,
    channelId: fact.channelId ?? null,
    threadId: fact.threadId ?? null,
    personId: fact.personId ?? null,
    payload: fact.change ? { ...fact.payload, ...fact.change } : (fact.payload ?? null),
  }));
  await tx.insertMany(tx.tables.events, rows);
}

const factsQuery = preparedOnce((db) => {
  const { events } = db.tables;
  return db
    .select()
    .from(events)
    .where(gt(events.seq, sql.placeholder('seq')))
    .orderBy(asc(events.seq))
    .limit(sql.placeholder('limit'))
    .prepare('facts_after');
});

/** Facts after `seq`, oldest first. */
export const factsAfter = (db: Db, seq: number, limit: number) => factsQuery(db).execute({ seq, limit });

const kindsQuery = preparedOnce((db) => {
  const { events } = db.tables;
  return db
    .select({ seq: events.seq, kind: events.kind })
    .from(events)
    .where(gt(events.seq, sql.placeholder('seq')))
    .orderBy(asc(events.seq))
    .limit(sql.placeholder('limit'))
    .prepare('kinds_after');
});

/** The same facts, but only what kinds they are: for those who are not concerned by most. */
export const kindsAfter = (db: Db, seq: number, limit: number) => kindsQuery(db).execute({ seq, limit });

/** Facts of what happened since, however late it was recorded. Reads the whole log: for a house that moves in. */
export function factsSince(db: Db, at: Date) {
  const { events } = db.tables;
  return db.select().from(events).where(gt(events.at, at)).orderBy(asc(events.seq));
}

const MOST_MERGES = 50;

/** The thread that a thread has become part of, as long as facts are kept; null when it has not. */
export async function survivorOf(db: Db, threadId: string): Promise<string | null> {
  const { events } = db.tables;
  let survivor: string | null = null;
  // A survivor may itself have become part of another one since.
  for (let id: string | undefined = threadId, hops = 0; id !== undefined && hops < MOST_MERGES; hops += 1) {
    const told: { payload: Record<string, unknown> | null }[] = await db
      .select({ payload: events.payload })
      .from(events)
      .where(and(eq(events.threadId, id), eq(events.kind, 'thread.merged')));
    const into: unknown = told.find((fact) => fact.payload?.into)?.payload?.into;
    id = typeof into === 'string' ? into : undefined;
    survivor = id ?? survivor;
  }
  return survivor;
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
