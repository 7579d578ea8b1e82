import { and, asc, type Column, count, eq, exists, isNotNull, lt, not, sql } from 'drizzle-orm';
import { newId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import { preparedOnce } from '../storage/prepared.ts';

/** Enters a follower that is not known yet; a known one stays where it stands. */
export async function insertFollower(tx: Db, name: string, seq: number): Promise<void> {
  await tx.insert(tx.tables.followers).values({ name, seq }).onConflictDoNothing();
}

const standQuery = preparedOnce((db) => {
  const { followers } = db.tables;
  return db
    .select({ seq: followers.seq })
    .from(followers)
    .where(eq(followers.name, sql.placeholder('name')))
    .prepare('stand_of');
});

/** The number of the last fact that the follower has taken. */
export async function standOf(db: Db, name: string): Promise<number> {
  const [row] = await standQuery(db).execute({ name });
  return row?.seq ?? 0;
}

const getsOn = { failing: null, tries: null, failingSince: null, error: null };

/** How far it has come and what stops it; null for one that has never run. */
export async function followerNamed(db: Db, name: string): Promise<{ seq: number; failing: number | null } | null> {
  const { followers: f } = db.tables;
  const [row] = await db.select({ seq: f.seq, failing: f.failing }).from(f).where(eq(f.name, name));
  return row ?? null;
}

export async function moveFollower(tx: Db, name: string, seq: number): Promise<void> {
  const { followers } = tx.tables;
  await tx
    .update(followers)
    .set({ seq, ...getsOn })
    .where(eq(followers.name, name));
}

interface Failure {
  readonly seq: number;
  readonly error: string;
  readonly at: Date;
}

/** Counts one more try of the same fact, whichever node made it; says how many there were. */
export async function noteFailure(tx: Db, name: string, { seq, error, at }: Failure): Promise<number> {
  const { followers: f } = tx.tables;
  const again = sql`${f.failing} = ${seq}`;
  const [row] = await tx
    .update(f)
    .set({
      tries: sql`CASE WHEN ${again} THEN ${f.tries} + 1 ELSE 1 END`,
      failingSince: sql`CASE WHEN ${again} THEN ${f.failingSince} ELSE ${sql.param(at, f.failingSince)} END`,
      failing: seq,
      error,
    })
    .where(eq(f.name, name))
    .returning({ tries: f.tries });
  return row?.tries ?? 1;
}

/** Keeps a fact for somebody to look at; one that is kept already, with what is wrong with it now. */
export async function setAside(tx: Db, fact: Failure & { readonly follower: string }): Promise<void> {
  const { setAsideFacts: s } = tx.tables;
  const { error, at } = fact;
  await tx
    .insert(s)
    .values({ id: newId(), ...fact })
    .onConflictDoUpdate({ target: [s.follower, s.seq], set: { error, at } });
}

/** Says what is wrong with it now. One that had its effect meanwhile stays gone. */
export async function changeSetAside(tx: Db, id: string, change: Omit<Failure, 'seq'>): Promise<void> {
  const { setAsideFacts: s } = tx.tables;
  await tx.update(s).set(change).where(eq(s.id, id));
}

/** Followers that do not get on at present. */
export function stuckFollowers(db: Db) {
  const { followers: f, events: e } = db.tables;
  return db
    .select({ name: f.name, seq: f.failing, kind: e.kind, tries: f.tries, since: f.failingSince, error: f.error })
    .from(f)
    .leftJoin(e, eq(e.seq, f.failing))
    .where(isNotNull(f.failing))
    .orderBy(asc(f.name));
}

/** What was set aside, oldest first. */
export function factsSetAside(db: Db, limit: number) {
  const { setAsideFacts: s, events: e } = db.tables;
  return db
    .select({ id: s.id, follower: s.follower, seq: s.seq, kind: e.kind, error: s.error, at: s.at })
    .from(s)
    .leftJoin(e, eq(e.seq, s.seq))
    .orderBy(asc(s.at), asc(s.id))
    .limit(limit);
}

export async function factSetAside(db: Db, id: string) {
  const { setAsideFacts: s } = db.tables;
  const [row] = await db.select().from(s).where(eq(s.id, id));
  return row ?? null;
}

export async function forgetSetAside(tx: Db, id: string): Promise<void> {
  const { setAsideFacts: s } = tx.tables;
  await tx.delete(s).where(eq(s.id, id));
}

/** Their facts are gone by then, so they cannot be tried again. */
export async function forgetOldSetAside(tx: Db, before: Date): Promise<void> {
  const { setAsideFacts: s } = tx.tables;
  await tx.delete(s).where(lt(s.at, before));
}

/** Nobody fails on facts that were deleted, and none of them can be tried again. */
export async function forgetTroubleWithGone(tx: Db): Promise<void> {
  const { followers: f, setAsideFacts: s, events: e } = tx.tables;
  const kept = (seq: Column) => exists(tx.select({ seq: e.seq }).from(e).where(eq(e.seq, seq)));
  await tx
    .update(f)
    .set(getsOn)
    .where(and(isNotNull(f.failing), not(kept(f.failing))));
  await tx.delete(s).where(not(kept(s.seq)));
}

/** How many followers stand still, and how many facts were set aside. */
export async function countTrouble(db: Db): Promise<{ stuck: number; aside: number }> {
  const { followers: f, setAsideFacts: s } = db.tables;
  const [stuck] = await db.select({ n: count() }).from(f).where(isNotNull(f.failing));
  const [aside] = await db.select({ n: count() }).from(s);
  return { stuck: stuck?.n ?? 0, aside: aside?.n ?? 0 };
}
