import { and, asc, eq, gt, gte, inArray, isNull, lt, ne, or } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import type { Asked } from './counts.queries.ts';
import { policyOf, withTraits } from './traits.queries.ts';

/** The last row of a page: the next one begins behind it. */
export interface Place {
  readonly openedAt: Date;
  readonly number: number;
}

/** Threads that were opened in the period, oldest first. Nothing of what was said, and nobody's name. */
export function threadPage(db: Db, asked: Asked, after: Place | null, limit: number) {
  const { threads } = db.tables;
  const { id, number, channelId, status, resolvedReason, resolvedAt, openedAt } = threads;
  const { language, sentiment, topics, comments } = threads;
  const behind = after && [gte(openedAt, after.openedAt), or(gt(openedAt, after.openedAt), gt(number, after.number))];
  return db
    .select({
      ...{ id, number, channelId, status, resolvedReason, resolvedAt, openedAt },
      ...{ language, sentiment, topics, comments },
    })
    .from(threads)
    .where(
      and(
        inArray(channelId, [...asked.channelIds]),
        gte(openedAt, asked.start),
        lt(openedAt, asked.end),
        ...(behind ?? []),
        or(isNull(resolvedReason), ne(resolvedReason, 'spam')),
        withTraits(asked.question, { ...threads, policy: policyOf(db, 'threads.id') }),
      ),
    )
    .orderBy(asc(openedAt), asc(number))
    .limit(limit);
}

/** The clocks of first answers of these threads, oldest first. */
export function firstClocksOf(db: Db, threadIds: readonly string[]) {
  const { clocks } = db.tables;
  return db
    .select({
      threadId: clocks.threadId,
      policyName: clocks.policyName,
      startedAt: clocks.startedAt,
      dueAt: clocks.dueAt,
      metAt: clocks.metAt,
      stoppedAt: clocks.stoppedAt,
      targetMinutes: clocks.targetMinutes,
      intervals: clocks.intervals,
      calendarId: clocks.calendarId,
    })
    .from(clocks)
    .where(
      and(
        inArray(clocks.threadId, [...threadIds]),
        eq(clocks.kind, 'first'),
        or(isNull(clocks.stopReason), ne(clocks.stopReason, 'merged')),
      ),
    )
    .orderBy(asc(clocks.startedAt), asc(clocks.id));
}
