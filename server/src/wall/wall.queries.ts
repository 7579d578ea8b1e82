import { and, asc, desc, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { onChannels, type Scope } from './scope.queries.ts';

/** The channels of the scope that are still connected, by name. */
export function wallChannels(db: Db, scope: Scope) {
  const { channels } = db.tables;
  const { id, name, platform, state, lastSuccessAt } = channels;
  return db
    .select({ id, name, platform, state, lastSuccessAt })
    .from(channels)
    .where(and(isNull(channels.removedAt), onChannels(sql`${channels.id}`, scope)))
    .orderBy(asc(channels.name), asc(channels.id));
}

/** Since when something of the scope is known: when its first channel was connected. */
export async function knownSince(db: Db, scope: Scope): Promise<Date | null> {
  const { id, createdAt } = db.tables.channels;
  const [first] = await db
    .select({ createdAt })
    .from(db.tables.channels)
    .where(onChannels(sql`${id}`, scope))
    .orderBy(asc(createdAt))
    .limit(1);
  return first?.createdAt ?? null;
}

/** Every channel that the actor sees or saw. */
export function channelNames(db: Db, { actor }: Scope) {
  const { id, name, platform } = db.tables.channels;
  const seen = onChannels(sql`${id}`, { actor, only: null });
  return db.select({ name, platform }).from(db.tables.channels).where(seen).orderBy(asc(name), asc(id));
}

export async function teamName(db: Db, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  const { teams } = db.tables;
  const [team] = await db.select({ name: teams.name }).from(teams).where(eq(teams.id, id));
  return team?.name ?? null;
}

/** As in the queue: a promise also runs on while the person is asked something. */
const alive = ['open', 'waiting'] as const;

/** As the queue has it: what is snoozed comes back later. */
const isOpen = ({ tables: { threads } }: Db) => and(eq(threads.status, 'open'), isNull(threads.snoozedUntil));

/** Open threads per channel; due soon and breached count like the lists behind them. */
export function openByChannel(db: Db, scope: Scope, now: Date) {
  const { threads } = db.tables;
  return db
    .select({
      channelId: threads.channelId,
      open: countWhere(isOpen(db)),
      dueSoon: countWhere(and(lte(threads.soonAt, now), sql`NOT ${lte(threads.dueAt, now)}`)),
      breached: countWhere(lte(threads.dueAt, now)),
      unassigned: countWhere(and(isOpen(db), isNull(threads.assigneeId))),
    })
    .from(threads)
    .where(and(inArray(threads.status, alive), onChannels(sql`${threads.channelId}`, scope)))
    .groupBy(threads.channelId);
}

/** Open threads per person who has any, or is late with one. */
export function openByPerson(db: Db, scope: Scope, now: Date) {
  const { threads, people } = db.tables;
  const open = countWhere(isOpen(db));
  const breached = countWhere(lte(threads.dueAt, now));
  return db
    .select({ personId: people.id, name: people.name, open, breached })
    .from(threads)
    .innerJoin(people, eq(people.id, threads.assigneeId))
    .where(and(inArray(threads.status, alive), onChannels(sql`${threads.channelId}`, scope)))
    .groupBy(people.id, people.name)
    .having(sql`${open} + ${breached} > 0`)
    .orderBy(desc(open), asc(people.name));
}

const countWhere = (condition: SQL | undefined) => sql`COUNT(*) FILTER (WHERE ${condition})`.mapWith(Number);
