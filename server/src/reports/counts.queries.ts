import type { ReportQuestion } from '@stammgast/shared/contract/reports';
import type { Calendar } from '@stammgast/shared/contract/sla';
import type { ResolveReason } from '@stammgast/shared/domain/thread-status';
import {
  and,
  type Column,
  count,
  eq,
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

const between = (column: Column, { start, end }: Asked): SQL | undefined => and(gte(column, start), lt(column, end));

/** Comments of others by quarter of an hour: wherever the house is, its days begin on one. */
export function countComments(db: Db, asked: Asked) {
  const { comments } = db.tables;
  const traits = { ...comments, policy: policyOf(db, 'comments.thread_id') };
  const where = and(
    inArray(comments.channelId, [...asked.channelIds]),
    between(comments.postedAt, asked),
    eq(comments.own, false),
    ne(comments.visibility, 'spam'),
    withTraits(asked.question, traits),
  );
  const quarter = db.dialect.quarterHour(comments.postedAt);
  const trait = traitOf(asked.question.by, traits);
  return db
    .select({ quarter: quarter.mapWith(Number), channelId: comments.channelId, trait, count: count() })
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
export function countThreads(db: Db, asked: Asked, what: 'openedAt' | 'resolvedAt') {
  const { threads } = db.tables;
  const traits = { ...threads, policy: policyOf(db, 'threads.id') };
  return db
    .select({
      quarter: db.dialect.quarterHour(threads[what]).mapWith(Number),
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
export function countAnswers(db: Db, asked: Asked) {
  const { clocks, threads } = db.tables;
  return db
    .select({
      quarter: db.dialect.quarterHour(clocks.metAt).mapWith(Number),
      channelId: clocks.channelId,
      trait: traitOf(asked.question.by, { ...threads, policy: clocks.policyName }),
      count: count(),
    })
    .from(clocks)
    .innerJoin(threads, eq(threads.id, clocks.threadId))
    .where(firstAnswers(db, asked, 'metAt'))
    .groupBy(sql`1`, clocks.channelId, sql`3`);
}

/** Clocks of first answers that started, with all that a wait is computed from. */
export function firstClocks(db: Db, asked: Asked) {
  const { clocks, threads } = db.tables;
  const { channelId, calendarId, startedAt, dueAt, metAt, stoppedAt, targetMinutes, intervals, policyName } = clocks;
  return db
    .select({
      ...{ channelId, calendarId, startedAt, dueAt, metAt, stoppedAt, targetMinutes, intervals },
      trait: traitOf(asked.question.by, { ...threads, policy: policyName }),
    })
    .from(clocks)
    .innerJoin(threads, eq(threads.id, clocks.threadId))
    .where(firstAnswers(db, asked, 'startedAt'));
}

/** All opening hours that were ever promised: each once, however many clocks went by them. */
export async function calendarsById(db: Db): Promise<ReadonlyMap<string, Calendar>> {
  const rows = await db.select().from(db.tables.calendars);
  return new Map(rows.map(({ id, calendar }) => [id, calendar]));
}

/**
 * Criticism that needs an answer and is at least a week old by `until`, with the first public answer after it. Not what
 * is gone, and not threads that were ended without an answer for a reason: that is audited.
 */
export function criticism(db: Db, asked: Asked, until: Date) {
  const { comments, threads, replies } = db.tables;
  const traits = { ...comments, policy: policyOf(db, 'comments.thread_id') };
  return db
    .select({
      at: comments.postedAt,
      channelId: comments.channelId,
      trait: traitOf(asked.question.by, traits),
      replied: sql<Date | null>`(SELECT MIN(r.published_at) FROM ${replies} AS r
        WHERE r.thread_id = ${comments.threadId} AND r.published_at >= ${comments.postedAt})`.mapWith(
        replies.publishedAt,
      ),
      saidByHand: sql<Date | null>`(SELECT MIN(o.posted_at) FROM ${comments} AS o
        WHERE o.thread_id = ${comments.threadId} AND o.own = ${sql.param(true, comments.own)}
        AND o.removed_at IS NULL AND o.posted_at >= ${comments.postedAt})`.mapWith(comments.postedAt),
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(
      and(
        inArray(comments.channelId, [...asked.channelIds]),
        between(comments.postedAt, asked),
        lte(comments.postedAt, until),
        eq(comments.own, false),
        eq(comments.needsAnswer, true),
        inArray(comments.sentiment, ['negative', 'mixed']),
        eq(comments.visibility, 'public'),
        isNull(comments.removedAt),
        or(isNull(threads.resolvedReason), eq(threads.resolvedReason, 'answered')),
        withTraits(asked.question, traits),
      ),
    );
}

/** Confirmed promises that were due by now. */
export function duePromises(db: Db, asked: Asked) {
  const { promises, threads } = db.tables;
  const traits = { ...threads, policy: policyOf(db, 'promises.thread_id') };
  return db
    .select({
      at: promises.dueAt,
      channelId: promises.channelId,
      trait: traitOf(asked.question.by, traits),
      state: promises.state,
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
    );
}
