import type { Actor } from '@stammgast/shared/domain/permissions';
import {
  and,
  asc,
  type Column,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** Where a page ended. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

function columns(db: Db) {
  const { reviewSamples, threads, channels, authors } = db.tables;
  return {
    sample: reviewSamples,
    thread: {
      number: threads.number,
      excerpt: threads.excerpt,
      sentiment: threads.sentiment,
      topics: threads.topics,
    },
    channel: channels,
    guestName: authors.name,
    guestHandle: authors.handle,
  };
}
export type SampleRecord = Awaited<ReturnType<typeof sampleById>> & {};

/** The condition that the actor may see the channel. */
export function onTheirs({ channels }: Actor, column: Column): SQL | undefined {
  if (channels === 'all') return undefined;
  return channels.length === 0 ? sql`1 = 0` : inArray(column, [...channels]);
}

const samples = (db: Db) => {
  const { reviewSamples, threads, channels, authors } = db.tables;
  return db
    .select(columns(db))
    .from(reviewSamples)
    .innerJoin(threads, eq(threads.id, reviewSamples.threadId))
    .innerJoin(channels, eq(channels.id, reviewSamples.channelId))
    .innerJoin(authors, eq(authors.id, threads.authorId));
};

export async function sampleById(db: Db, actor: Actor, id: string) {
  const { reviewSamples } = db.tables;
  const [row] = await samples(db).where(and(eq(reviewSamples.id, id), onTheirs(actor, reviewSamples.channelId)));
  return row ?? null;
}

/** What waits for this person: not scored by enough people, not by them, and not their own. */
function waitsFor(db: Db, actor: Actor): SQL | undefined {
  const { reviewSamples, reviews } = db.tables;
  const mine = db
    .select({ id: reviews.id })
    .from(reviews)
    .where(and(eq(reviews.sampleId, reviewSamples.id), eq(reviews.reviewerId, actor.personId)));
  return and(
    lt(reviewSamples.done, reviewSamples.wanted),
    isNull(reviewSamples.calibrationId),
    ne(reviewSamples.authorId, actor.personId),
    onTheirs(actor, reviewSamples.channelId),
    not(exists(mine)),
  );
}

/** Oldest first. */
export function waitingSamples(db: Db, actor: Actor, after: Place | null, limit: number) {
  const { resolvedAt, id } = db.tables.reviewSamples;
  const rest = after && or(gt(resolvedAt, after.at), and(eq(resolvedAt, after.at), gt(id, after.id)));
  return samples(db)
    .where(and(waitsFor(db, actor), rest ?? undefined))
    .orderBy(asc(resolvedAt), asc(id))
    .limit(limit);
}

export async function countWaiting(db: Db, actor: Actor): Promise<number> {
  const { reviewSamples } = db.tables;
  const [row] = await db.select({ n: count() }).from(reviewSamples).where(waitsFor(db, actor));
  return row?.n ?? 0;
}

/** By channel: what waits for anybody. */
export async function waitingByChannel(db: Db, actor: Actor): Promise<Map<string, number>> {
  const { reviewSamples } = db.tables;
  const rows = await db
    .select({ channelId: reviewSamples.channelId, n: count() })
    .from(reviewSamples)
    .where(
      and(
        lt(reviewSamples.done, reviewSamples.wanted),
        isNull(reviewSamples.calibrationId),
        onTheirs(actor, reviewSamples.channelId),
      ),
    )
    .groupBy(reviewSamples.channelId);
  return new Map(rows.map((row) => [row.channelId, row.n]));
}

const reviewed = (db: Db) => {
  const { reviewSamples, reviews, threads, channels, authors } = db.tables;
  return db
    .select({ ...columns(db), reviewId: reviews.id, at: reviews.savedAt, disputedAt: reviews.disputedAt })
    .from(reviews)
    .innerJoin(reviewSamples, eq(reviewSamples.id, reviews.sampleId))
    .innerJoin(threads, eq(threads.id, reviewSamples.threadId))
    .innerJoin(channels, eq(channels.id, reviewSamples.channelId))
    .innerJoin(authors, eq(authors.id, threads.authorId));
};

/** What this person has saved, newest first. */
export function savedSamples(db: Db, actor: Actor, after: Place | null, limit: number) {
  const { reviews } = db.tables;
  const rest = after && or(lt(reviews.savedAt, after.at), and(eq(reviews.savedAt, after.at), lt(reviews.id, after.id)));
  return reviewed(db)
    .where(
      and(
        eq(reviews.reviewerId, actor.personId),
        eq(reviews.calibration, false),
        onTheirs(actor, reviews.channelId),
        rest ?? undefined,
      ),
    )
    .orderBy(desc(reviews.savedAt), desc(reviews.id))
    .limit(limit);
}

/**
 * Disputes that wait for a decision, oldest first; not of one's own answers, and not of reviews that one may not read
 * because one's own is still to come.
 */
function undecided(db: Db, actor: Actor): SQL | undefined {
  const { reviews, reviewSamples } = db.tables;
  return and(
    isNotNull(reviews.disputedAt),
    isNull(reviews.decision),
    ne(reviews.authorId, actor.personId),
    onTheirs(actor, reviews.channelId),
    or(eq(reviews.reviewerId, actor.personId), sql`${reviewSamples.done} >= ${reviewSamples.wanted}`),
  );
}

export function disputedSamples(db: Db, actor: Actor, after: Place | null, limit: number) {
  const { disputedAt, id } = db.tables.reviews;
  const rest = after && or(gt(disputedAt, after.at), and(eq(disputedAt, after.at), gt(id, after.id)));
  return reviewed(db)
    .where(and(undecided(db, actor), rest ?? undefined))
    .orderBy(asc(disputedAt), asc(id))
    .limit(limit);
}

/** As many as there are threads in the list: of one, two reviews may be disputed. */
export async function countDisputed(db: Db, actor: Actor): Promise<number> {
  const { reviews, reviewSamples } = db.tables;
  const [row] = await db
    .select({ n: countDistinct(reviews.sampleId) })
    .from(reviews)
    .innerJoin(reviewSamples, eq(reviewSamples.id, reviews.sampleId))
    .where(undecided(db, actor));
  return row?.n ?? 0;
}

/** One more has scored it. False when that is not wanted any more. */
export async function countReview(tx: Db, sampleId: string): Promise<boolean> {
  const { reviewSamples } = tx.tables;
  const open = or(lt(reviewSamples.done, reviewSamples.wanted), isNotNull(reviewSamples.calibrationId));
  const rows = await tx
    .update(reviewSamples)
    .set({ done: sql`${reviewSamples.done} + 1` })
    .where(and(eq(reviewSamples.id, sampleId), open))
    .returning({ id: reviewSamples.id });
  return rows.length > 0;
}

export function samplesOfCalibrations(db: Db, ids: readonly string[]) {
  const { reviewSamples } = db.tables;
  return samples(db)
    .where(inArray(reviewSamples.calibrationId, [...ids]))
    .orderBy(asc(reviewSamples.key));
}
