import { and, asc, count, eq, gt, inArray, isNotNull, notInArray } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

type Tables = Db['tables'];

/** Does anybody work here who is not part of the demo? */
export async function hasRealPeople(db: Db): Promise<boolean> {
  const { people } = db.tables;
  const rows = await db.select({ id: people.id }).from(people).where(eq(people.demo, false)).limit(1);
  return rows.length > 0;
}

export async function hasPeople(db: Db): Promise<boolean> {
  const rows = await db.select({ id: db.tables.people.id }).from(db.tables.people).limit(1);
  return rows.length > 0;
}

export async function insertDemoChannels(tx: Db, rows: readonly Tables['channels']['$inferInsert'][]): Promise<void> {
  await tx.insert(tx.tables.channels).values(rows.map((row) => ({ ...row, demo: true })));
}

export async function insertDemoPeople(
  tx: Db,
  people: readonly Tables['people']['$inferInsert'][],
  memberships: readonly Tables['memberships']['$inferInsert'][],
): Promise<void> {
  await tx.insert(tx.tables.people).values(people.map((row) => ({ ...row, demo: true })));
  await tx.insert(tx.tables.memberships).values([...memberships]);
}

export async function insertDemoReplies(tx: Db, rows: readonly Tables['replies']['$inferInsert'][]): Promise<void> {
  await tx.insert(tx.tables.replies).values([...rows]);
}

/** What is over on the demo's channels, in the order in which it ended. */
export async function resolvedInDemo(tx: Db): Promise<string[]> {
  const { threads, channels } = tx.tables;
  const rows = await tx
    .select({ id: threads.id })
    .from(threads)
    .innerJoin(channels, and(eq(channels.id, threads.channelId), eq(channels.demo, true)))
    .where(eq(threads.status, 'resolved'))
    .orderBy(asc(threads.resolvedAt), asc(threads.id));
  return rows.map((row) => row.id);
}

export function demoChannelRows(db: Db) {
  const { channels } = db.tables;
  return db.select().from(channels).where(eq(channels.demo, true)).orderBy(asc(channels.id));
}

/** The demo's working channels have just been heard of. */
export async function touchDemoChannels(tx: Db, now: Date): Promise<void> {
  const { channels } = tx.tables;
  await tx
    .update(channels)
    .set({ lastSuccessAt: now })
    .where(and(eq(channels.demo, true), eq(channels.state, 'ok')));
}

/** Is one of the fictional team signed in? */
export async function isWatched(db: Db, now: Date): Promise<boolean> {
  const { sessions, people } = db.tables;
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(people.demo, true), gt(sessions.expiresAt, now)))
    .limit(1);
  return rows.length > 0;
}

/** Has anybody done or begun anything in the house since then? Looking is not doing. */
export async function isTouched(db: Db, since: Date): Promise<boolean> {
  const { events, drafts } = db.tables;
  const done = db
    .select({ seq: events.seq })
    .from(events)
    .where(and(isNotNull(events.personId), gt(events.at, since)))
    .limit(1);
  const begun = db.select({ id: drafts.id }).from(drafts).where(gt(drafts.updatedAt, since)).limit(1);
  return (await done).length > 0 || (await begun).length > 0;
}

/** Policies by id, or all of them. */
export async function deletePolicies(tx: Db, ids: readonly string[] | 'all'): Promise<number> {
  const { slaPolicies } = tx.tables;
  const which = ids === 'all' ? undefined : inArray(slaPolicies.id, [...ids]);
  const rows = await tx.delete(slaPolicies).where(which).returning({ id: slaPolicies.id });
  return rows.length;
}

/** Business calendars by id, or all of them; their hours stay where a clock still counts by them. */
export async function deleteCalendars(tx: Db, ids: readonly string[] | 'all'): Promise<number> {
  const { businessCalendars, calendars, clocks } = tx.tables;
  const gone = await tx
    .delete(businessCalendars)
    .where(ids === 'all' ? undefined : inArray(businessCalendars.id, [...ids]))
    .returning({ calendarId: businessCalendars.calendarId });
  const versions = gone.map((row) => row.calendarId);
  const used = tx.select({ id: clocks.calendarId }).from(clocks);
  const which = ids === 'all' ? undefined : inArray(calendars.id, versions);
  const rows = await tx
    .delete(calendars)
    .where(and(which, notInArray(calendars.id, used)))
    .returning({ id: calendars.id });
  return gone.length + rows.length;
}

/** Teams of the demo that hold nothing any more, or all of them. */
export async function deleteTeams(tx: Db, which: 'demo' | 'all'): Promise<number> {
  const { teams, channels } = tx.tables;
  const used = tx.select({ id: channels.teamId }).from(channels).where(isNotNull(channels.teamId));
  const rows = await tx
    .delete(teams)
    .where(which === 'all' ? undefined : and(eq(teams.demo, true), notInArray(teams.id, used)))
    .returning({ id: teams.id });
  return rows.length;
}

export async function countPolicies(db: Db): Promise<number> {
  const [row] = await db.select({ n: count() }).from(db.tables.slaPolicies);
  return row?.n ?? 0;
}
