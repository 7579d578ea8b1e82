import type { ReportQuestion } from '@stammgast/shared/contract/reports';
import type { Calendar } from '@stammgast/shared/contract/sla';
import type { ResolveReason } from '@stammgast/shared/domain/thread-status';
import {
  and,
  asc,
  type Column,
  count,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { policyOf, traitOf, withTraits } from './traits.queries.ts';

/** Which rows are asked for: between two instants, on channels that the reader of the report may see. */
export interface Asked {
  readonly question: ReportQuestion;
  readonly channelIds: readonly string[];
  readonly start: Date;
  readonly end: Date;
  readonly now: Date;
}

/** The same, with the ends of the parts into which the time between is counted. */
export interface Parted extends Asked {
  readonly ends: readonly Date[];
}

/** The part in which an instant lies, from `first` on. Halved again and again: many parts cost little. */
function partOf(column: Column, ends: readonly Date[], first = 0): SQL<number> {
  const middle = Math.floor(ends.length / 2);
  const end = ends[middle - 1];
  if (!end) return sql`${sql.raw(String(first))}`;
  const [early, late] = [ends.slice(0, middle), ends.slice(middle)];
  return sql`CASE WHEN ${lt(column, end)} THEN ${partOf(column, early, first)} ELSE ${partOf(column, late, first + middle)} END`;
}

export const inParts = (column: Column, { ends }: Pick<Parted, 'ends'>) => partOf(column, ends).mapWith(Number);

const between = (column: Column, { start, end }: Asked): SQL | undefined => and(gte(column, start), lt(column, end));

/** Comments of others. */
export function countComments(db: Db, asked: Parted) {
  const { comments } = db.tables;
  const traits = { ...comments, policy: policyOf(db, 'comments.thread_id') };
  const where = and(
    inArray(comments.channelId, [...asked.channelIds]),
    between(comments.postedAt, asked),
    eq(comments.own, false),
    ne(comments.visibility, 'spam'),
    withTraits(asked.question, traits),
  );
  const trait = traitOf(asked.question.by, traits);
  return db
    .select({ part: inParts(comments.postedAt, asked), channelId: comments.channelId, trait, count: count() })
    .from(comments)
    .where(where)
    .groupBy(sql`1`, comments.channelId, sql`3`);
}

/** What was imported was not resolved on the day it came. */
const leftOut: Record<'openedAt' | 'resolvedAt', readonly ResolveReason[]> = {
  openedAt: ['spam'],
  resolvedAt: ['spam', 'imported'],
};

/** Threads that were opened, or are resolved since. */
export function countThreads(db: Db, asked: Parted, what: 'openedAt' | 'resolvedAt') {
  const { threads } = db.tables;
  const traits = { ...threads, policy: policyOf(db, 'threads.id') };
  return db
    .select({
      part: inParts(threads[what], asked),
      channelId: threads.channelId,
      trait: traitOf(asked.question.by, traits),
      count: count(),
    })
    .from(threads)
    .where(
      and(
        inArray(threads.channelId, [...asked.channelIds]),
        between(threads[what], asked),
        or(isNull(threads.resolvedReason), notInArray(threads.resolvedReason, [...leftOut[what]])),
        withTraits(asked.question, traits),
      ),
    )
    .groupBy(sql`1`, threads.channelId, sql`3`);
}

/** Nobody waited for these: they were no conversations, or they go on in another thread. */
const noWaits = ['merged', 'spam', 'duplicate', 'imported'];

const firstAnswers = (db: Db, asked: Asked, by: 'startedAt' | 'metAt'): SQL | undefined => {
  const { clocks, threads } = db.tables;
  return and(
    eq(clocks.kind, 'first'),
    inArray(clocks.channelId, [...asked.channelIds]),
    between(clocks[by], asked),
    or(isNull(clocks.stopReason), notInArray(clocks.stopReason, noWaits)),
    withTraits(asked.question, { ...threads, policy: clocks.policyName }),
  );
};

/** Threads that got their first answer. */
export function countAnswers(db: Db, asked: Parted) {
  const { clocks, threads } = db.tables;
  return db
    .select({
      part: inParts(clocks.metAt, asked),
      channelId: clocks.channelId,
      trait: traitOf(asked.question.by, { ...threads, policy: clocks.policyName }),
      count: count(),
    })
    .from(clocks)
    .innerJoin(threads, eq(threads.id, clocks.threadId))
    .where(firstAnswers(db, asked, 'metAt'))
    .groupBy(sql`1`, clocks.channelId, sql`3`);
}

/** The last clock of a page: the next one begins behind it. */
type ClockPlace = Pick<Db['tables']['clocks']['$inferSelect'], 'id' | 'startedAt'>;

/** Clocks of first answers that started, with all that a wait is computed from. A year has too many to hold at once. */
export function clockPage(db: Db, asked: Parted, after: ClockPlace | null, limit: number) {
  const { clocks, threads } = db.tables;
  const { id, channelId, calendarId, startedAt, dueAt, metAt, stoppedAt, targetMinutes, intervals, policyName } =
    clocks;
  const behind = after && [gte(startedAt, after.startedAt), or(gt(startedAt, after.startedAt), gt(id, after.id))];
  return db
    .select({
      ...{ id, channelId, calendarId, startedAt, dueAt, metAt, stoppedAt, targetMinutes, intervals },
      part: inParts(startedAt, asked),
      trait: traitOf(asked.question.by, { ...threads, policy: policyName }),
    })
    .from(clocks)
    .innerJoin(threads, eq(threads.id, clocks.threadId))
    .where(and(firstAnswers(db, asked, 'startedAt'), ...(behind ?? [])))
    .orderBy(asc(startedAt), asc(id))
    .limit(limit);
}

/** All opening hours that were ever promised: each once, however many clocks went by them. */
export async function calendarsById(db: Db): Promise<ReadonlyMap<string, Calendar>> {
  const rows = await db.select().from(db.tables.calendars);
  return new Map(rows.map(({ id, calendar }) => [id, calendar]));
}

const WEEK_MS = 7 * 86_400_000;

/**
 * Criticism that needs an answer and is at least a week old, and how much of it had a public answer within that week.
 * Not what is gone, and not threads that were ended without an answer for a reason: that is audited.
 */
export function countCriticism(db: Db, asked: Parted) {
  const { comments, threads, replies } = db.tables;
  const within = (at: SQL) =>
    sql`${at} >= ${comments.postedAt} AND ${at} <= ${db.dialect.later(comments.postedAt, WEEK_MS)}`;
  const answered = sql`EXISTS (SELECT 1 FROM ${replies} AS r
      WHERE r.thread_id = ${comments.threadId} AND ${within(sql`r.published_at`)})
    OR EXISTS (SELECT 1 FROM ${comments} AS o
      WHERE o.thread_id = ${comments.threadId} AND o.own = ${sql.param(true, comments.own)}
      AND o.removed_at IS NULL AND ${within(sql`o.posted_at`)})`;
  const traits = { ...comments, policy: policyOf(db, 'comments.thread_id') };
  return db
    .select({
      part: inParts(comments.postedAt, asked),
      channelId: comments.channelId,
      trait: traitOf(asked.question.by, traits),
      whole: count(),
      good: countOf(answered),
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(
      and(
        inArray(comments.channelId, [...asked.channelIds]),
        between(comments.postedAt, asked),
        lte(comments.postedAt, new Date(asked.now.getTime() - WEEK_MS)),
        eq(comments.own, false),
        eq(comments.needsAnswer, true),
        inArray(comments.sentiment, ['negative', 'mixed']),
        eq(comments.visibility, 'public'),
        isNull(comments.removedAt),
        or(isNull(threads.resolvedReason), eq(threads.resolvedReason, 'answered')),
        withTraits(asked.question, traits),
      ),
    )
    .groupBy(sql`1`, comments.channelId, sql`3`);
}

const countOf = (condition: SQL) => sql<number>`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`.mapWith(Number);

/** Confirmed promises that were due by now, and how many of them were kept. */
export function countPromises(db: Db, asked: Parted) {
  const { promises, threads } = db.tables;
  const traits = { ...threads, policy: policyOf(db, 'promises.thread_id') };
  return db
    .select({
      part: inParts(promises.dueAt, asked),
      channelId: promises.channelId,
      trait: traitOf(asked.question.by, traits),
      whole: count(),
      good: countOf(sql`${promises.state} = 'kept'`),
    })
    .from(promises)
    .innerJoin(threads, eq(threads.id, promises.threadId))
    .where(
      and(
        inArray(promises.channelId, [...asked.channelIds]),
        between(promises.dueAt, asked),
        lte(promises.dueAt, asked.now),
        isNotNull(promises.confirmedAt),
        inArray(promises.state, ['open', 'kept', 'broken']),
        withTraits(asked.question, traits),
      ),
    )
    .groupBy(sql`1`, promises.channelId, sql`3`);
}
