import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { onTheirs, type Place } from './samples.queries.ts';

export type StoredReview = Db['tables']['reviews']['$inferSelect'];

export async function insertReview(tx: Db, row: StoredReview): Promise<void> {
  await tx.insert(tx.tables.reviews).values(row);
}

/** Of these samples, in the order in which they were saved. */
export function reviewsOf(db: Db, sampleIds: readonly string[]): Promise<StoredReview[]> {
  const { reviews } = db.tables;
  return db
    .select()
    .from(reviews)
    .where(inArray(reviews.sampleId, [...sampleIds]))
    .orderBy(asc(reviews.savedAt), asc(reviews.id));
}

export async function reviewById(db: Db, id: string): Promise<StoredReview | null> {
  const { reviews } = db.tables;
  const [row] = await db.select().from(reviews).where(eq(reviews.id, id));
  return row ?? null;
}

/** Raises or decides a dispute, if nobody has done so before. */
export async function changeReview(
  tx: Db,
  id: string,
  change: Partial<StoredReview>,
  step: 'dispute' | 'decision',
): Promise<StoredReview | null> {
  const { reviews } = tx.tables;
  const before = step === 'dispute' ? isNull(reviews.disputedAt) : isNotNull(reviews.disputedAt);
  const [row] = await tx
    .update(reviews)
    .set(change)
    .where(and(eq(reviews.id, id), before, isNull(reviews.decision)))
    .returning();
  return row ?? null;
}

/** Neither practice nor struck. */
const stillCounts = (db: Db) => {
  const { reviews } = db.tables;
  return and(eq(reviews.calibration, false), or(isNull(reviews.decision), ne(reviews.decision, 'struck')));
};

/** Saved in a week, by channel. */
export async function savedByChannel(db: Db, actor: Actor, cycle: string): Promise<Map<string, number>> {
  const { reviews } = db.tables;
  const rows = await db
    .select({ channelId: reviews.channelId, n: count() })
    .from(reviews)
    .where(and(eq(reviews.cycle, cycle), eq(reviews.calibration, false), onTheirs(actor, reviews.channelId)))
    .groupBy(reviews.channelId);
  return new Map(rows.map((row) => [row.channelId, row.n]));
}

/** Everything that counts since a moment, with what it is told by; `authorId`: of this person only. */
export function countedReviews(db: Db, actor: Actor, since: Date, authorId?: string) {
  const { reviews, reviewSamples, threads } = db.tables;
  return db
    .select({
      sampleId: reviews.sampleId,
      channelId: reviews.channelId,
      authorId: reviews.authorId,
      scores: reviews.scores,
      points: reviews.points,
      critical: reviews.critical,
      topics: threads.topics,
    })
    .from(reviews)
    .innerJoin(reviewSamples, eq(reviewSamples.id, reviews.sampleId))
    .innerJoin(threads, eq(threads.id, reviewSamples.threadId))
    .where(
      and(
        stillCounts(db),
        gte(reviews.savedAt, since),
        onTheirs(actor, reviews.channelId),
        authorId === undefined ? undefined : eq(reviews.authorId, authorId),
      ),
    );
}
export type CountedReview = Awaited<ReturnType<typeof countedReviews>>[number];

/** The scores of what two people have looked at. */
export function scoredTwice(db: Db, actor: Actor, since: Date) {
  const { reviews, reviewSamples } = db.tables;
  return db
    .select({ sampleId: reviews.sampleId, scores: reviews.scores })
    .from(reviews)
    .innerJoin(reviewSamples, eq(reviewSamples.id, reviews.sampleId))
    .where(
      and(
        stillCounts(db),
        eq(reviewSamples.done, 2),
        gte(reviews.savedAt, since),
        isNotNull(reviews.points),
        onTheirs(actor, reviews.channelId),
      ),
    )
    .orderBy(asc(reviews.savedAt), asc(reviews.id));
}

/** Reviews of one's own answers on channels that one may see, newest first. */
export function reviewsOfAuthor(db: Db, actor: Actor, after: Place | null, limit: number) {
  const { reviews, reviewSamples, threads, channels, authors, replies, comments, examples } = db.tables;
  const rest = after && or(lt(reviews.savedAt, after.at), and(eq(reviews.savedAt, after.at), lt(reviews.id, after.id)));
  return db
    .select({
      review: reviews,
      threadId: threads.id,
      number: threads.number,
      channelName: channels.name,
      platform: channels.platform,
      guestName: authors.name,
      comment: comments.body,
      answer: replies.body,
      example: { id: examples.id, consent: examples.consent },
    })
    .from(reviews)
    .innerJoin(reviewSamples, eq(reviewSamples.id, reviews.sampleId))
    .innerJoin(threads, eq(threads.id, reviewSamples.threadId))
    .innerJoin(channels, eq(channels.id, reviews.channelId))
    .innerJoin(authors, eq(authors.id, threads.authorId))
    .leftJoin(replies, eq(replies.id, reviewSamples.replyId))
    .leftJoin(comments, eq(comments.id, replies.commentId))
    .leftJoin(examples, eq(examples.replyId, reviewSamples.replyId))
    .where(
      and(
        eq(reviews.authorId, actor.personId),
        eq(reviews.calibration, false),
        onTheirs(actor, reviews.channelId),
        rest ?? undefined,
      ),
    )
    .orderBy(desc(reviews.savedAt), desc(reviews.id))
    .limit(limit);
}

/** Older than anybody may keep a judgement about somebody's work. What others may learn from stays. */
export async function forgetReviews(tx: Db, before: Date): Promise<void> {
  const { reviews, reviewSamples } = tx.tables;
  await tx.delete(reviews).where(lt(reviews.savedAt, before));
  await tx.delete(reviewSamples).where(lt(reviewSamples.resolvedAt, before));
}
