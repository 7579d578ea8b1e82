import type { Actor } from '@stammgast/shared/domain/permissions';
import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** Enough for percentiles that do not move; the newest count. */
const MOST_ANSWERS = 20_000;

/** The channels that the actor sees and that are still connected, by name. */
export function wallChannels(db: Db, actor: Actor) {
  const { channels } = db.tables;
  const { id, name, platform, state, lastSuccessAt } = channels;
  return db
    .select({ id, name, platform, state, lastSuccessAt })
    .from(channels)
    .where(and(isNull(channels.removedAt), onChannels(channels.id, actor)))
    .orderBy(asc(channels.name), asc(channels.id));
}

/** As in the queue: a promise also runs on while the person is asked something. */
const alive = ['open', 'waiting'] as const;

/** As the queue has it: what is snoozed comes back later. */
const isOpen = ({ tables: { threads } }: Db) => and(eq(threads.status, 'open'), isNull(threads.snoozedUntil));

/** Open threads per channel; due soon and breached count like the lists behind them. */
export function openByChannel(db: Db, actor: Actor, now: Date) {
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
    .where(and(inArray(threads.status, alive), onChannels(counted(threads.channelId), actor)))
    .groupBy(threads.channelId);
}

/** Open threads per person who has any, or is late with one. */
export function openByPerson(db: Db, actor: Actor, now: Date) {
  const { threads, people } = db.tables;
  const open = countWhere(isOpen(db));
  const breached = countWhere(lte(threads.dueAt, now));
  return db
    .select({ personId: people.id, name: people.name, open, breached })
    .from(threads)
    .innerJoin(people, eq(people.id, threads.assigneeId))
    .where(and(inArray(threads.status, alive), onChannels(counted(threads.channelId), actor)))
    .groupBy(people.id, people.name)
    .having(sql`${open} + ${breached} > 0`)
    .orderBy(desc(open), asc(people.name));
}

/** First answers to comments since an instant. */
export function firstAnswers(db: Db, actor: Actor, since: Date) {
  const { clocks } = db.tables;
  return db
    .select({ channelId: clocks.channelId, startedAt: clocks.startedAt, metAt: clocks.metAt })
    .from(clocks)
    .where(and(firstSince(db, actor, since), isNotNull(clocks.metAt)))
    .orderBy(desc(clocks.startedAt))
    .limit(MOST_ANSWERS);
}

/** Threads per channel whose first answer is still to come. */
export function stillWaiting(db: Db, actor: Actor, since: Date) {
  const { clocks } = db.tables;
  return db
    .select({ channelId: clocks.channelId, waiting: count() })
    .from(clocks)
    .where(and(firstSince(db, actor, since), isNull(clocks.metAt), isNull(clocks.stoppedAt)))
    .groupBy(clocks.channelId);
}

function firstSince(db: Db, actor: Actor, since: Date): SQL | undefined {
  const { clocks } = db.tables;
  return and(eq(clocks.kind, 'first'), gte(clocks.startedAt, since), onChannels(clocks.channelId, actor));
}

/** Keeps SQLite at threads_wall, in which it counts without reading a thread; another index seems better to it. */
const counted = (channelId: SQLWrapper): SQL => sql`(${channelId} || '')`;

function onChannels(column: SQLWrapper, { channels }: Actor): SQL | undefined {
  return channels === 'all' ? undefined : inArray(column, [...channels]);
}

const countWhere = (condition: SQL | undefined) => sql`COUNT(*) FILTER (WHERE ${condition})`.mapWith(Number);
