import type { SampleReason } from '@stammgast/shared/domain/review/sample-reasons';
import type { CriticalError } from '@stammgast/shared/domain/review/scorecard';
import { sql } from 'drizzle-orm';
import type { Columns } from '../columns.postgres.ts';

/** The second look at resolved threads: what was sampled, and what reviewers and authors said. */
export function defineReviews(c: Columns) {
  const reviewSamples = c.table(
    'review_samples',
    {
      id: c.id(),
      /** Thread and week, or the calibration and its place: each is sampled once, however often it is looked at. */
      key: c.text().notNull(),
      threadId: c.text().notNull(),
      channelId: c.text().notNull(),
      cycle: c.text().notNull(),
      reasons: c.json<SampleReason[]>().notNull(),
      /** The answer that is scored, and its author; without an answer who took the comment out of sight. */
      replyId: c.text(),
      authorId: c.text().notNull(),
      /** How many people shall score it, and how many have. A calibration waits for as many as like. */
      wanted: c.integer().notNull(),
      done: c.integer().notNull().default(0),
      calibrationId: c.text(),
      resolvedAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex('review_samples_key').on(t.key),
      c.index('review_samples_thread').on(t.threadId),
      // Few of all that were ever sampled still wait.
      c.index('review_samples_waiting').on(t.resolvedAt, t.id).where(sql`done < wanted`),
      c.index('review_samples_calibration').on(t.calibrationId),
    ],
  );

  /** Each stays as it was saved; disagreement with it is written beside it. */
  const reviews = c.table(
    'reviews',
    {
      id: c.id(),
      sampleId: c.text().notNull(),
      channelId: c.text().notNull(),
      reviewerId: c.text().notNull(),
      authorId: c.text().notNull(),
      cycle: c.text().notNull(),
      scores: c.json<number[] | null>(),
      critical: c.json<CriticalError[]>().notNull(),
      points: c.integer(),
      note: c.text(),
      exemplary: c.boolean().notNull().default(false),
      calibration: c.boolean().notNull().default(false),
      savedAt: c.instant().notNull(),
      disputeComment: c.text(),
      disputedAt: c.instant(),
      decision: c.text().$type<'stands' | 'struck'>(),
      decisionComment: c.text(),
      decidedBy: c.text(),
      decidedAt: c.instant(),
    },
    (t) => [
      c.uniqueIndex('reviews_sample_reviewer').on(t.sampleId, t.reviewerId),
      c.index('reviews_author').on(t.authorId, t.savedAt, t.id),
      c.index('reviews_reviewer').on(t.reviewerId, t.savedAt, t.id),
      c.index('reviews_channel').on(t.channelId, t.savedAt),
      c.index('reviews_disputed').on(t.disputedAt, t.id),
    ],
  );

  return { reviewSamples, reviews };
}
