import * as z from 'zod/mini';
import { itemKeys, itemStates } from '../domain/answer-check/items.ts';
import { sentiments, topics } from '../domain/assessment.ts';
import { promiseStates } from '../domain/promise-status.ts';
import { sampleReasons } from '../domain/review/sample-reasons.ts';
import { BEST_SCORE, criteria, criticalErrors } from '../domain/review/scorecard.ts';
import { platforms } from './channels.ts';
import { endpoint, Id, Instant, limited, paged } from './endpoint.ts';

const Sentiment = z.enum(sentiments);
const Remark = limited(2000);

/** In the order of the criteria. */
export const Scores = z
  .array(z.int().check(z.minimum(0), z.maximum(BEST_SCORE)))
  .check(z.minLength(criteria.length), z.maxLength(criteria.length));

/** What the author of an answer has said about a review, and what became of it. */
export const Dispute = z.object({
  comment: z.string(),
  raisedAt: Instant,
  /** `struck`: the review is kept, but counts nowhere. null: not decided yet. */
  decision: z.nullable(z.enum(['stands', 'struck'])),
  decisionComment: z.nullable(z.string()),
  decidedByName: z.nullable(z.string()),
  decidedAt: z.nullable(Instant),
});
export type Dispute = z.infer<typeof Dispute>;

export const Review = z.object({
  id: Id,
  reviewerName: z.string(),
  /** null: there was no answer to score, only what was hidden. */
  scores: z.nullable(Scores),
  critical: z.array(z.enum(criticalErrors)),
  /** 0 to 30. */
  points: z.nullable(z.number()),
  note: z.nullable(z.string()),
  exemplary: z.boolean(),
  savedAt: Instant,
  dispute: z.nullable(Dispute),
});
export type Review = z.infer<typeof Review>;

/** How a thread is named where it is reviewed. */
export const named = {
  threadId: Id,
  number: z.number(),
  channelId: Id,
  channelName: z.string(),
  platform: z.enum(platforms),
  guestName: z.string(),
};

/** One thread of the sample as it stands in the list: nothing in it tells who has answered. */
export const SampleRow = z.object({
  id: Id,
  ...named,
  excerpt: z.string(),
  sentiment: Sentiment,
  reasons: z.array(z.enum(sampleReasons)),
  cycle: z.string(),
  /** A second person scores it as well. */
  twice: z.boolean(),
  resolvedAt: Instant,
});
export type SampleRow = z.infer<typeof SampleRow>;

const Utterance = z.object({
  id: Id,
  /** The guest, or null for an answer of ours. */
  guestName: z.nullable(z.string()),
  body: z.string(),
  at: Instant,
  sentiment: z.nullable(Sentiment),
  language: z.nullable(z.string()),
  /** Out of the public's sight, by us or by whoever wrote it. */
  gone: z.boolean(),
});
export type Utterance = z.infer<typeof Utterance>;

/** What the machine found in the answer; never sent before the reviewer has saved. */
export const Hint = z.object({
  key: z.enum(itemKeys),
  state: z.enum(itemStates),
  reason: z.string(),
  /** The words that stand behind the reason, if any. */
  words: z.array(z.string()),
  marks: z.array(z.object({ start: z.number(), end: z.number() })),
});
export type Hint = z.infer<typeof Hint>;

/** A thread under review. */
export const ReviewCase = z.object({
  sample: SampleRow,
  /** HMAC of `drawOf` with the seed as a share of 1, so that anybody can do the draw again; null: not drawn. */
  draw: z.nullable(z.number()),
  drawOf: z.string(),
  topics: z.array(z.enum(topics)),
  register: z.enum(['sie', 'du']),
  before: z.array(Utterance),
  comment: z.nullable(Utterance),
  /** null: nobody has answered in public; only what was hidden is to be looked at. */
  answer: z.nullable(Utterance),
  after: z.array(Utterance),
  timeline: z.array(
    z.object({
      kind: z.enum(['came', 'taken', 'answered', 'reacted', 'promise']),
      at: Instant,
      /** Of the answer: whether its promise was kept and after how many minutes it came. */
      minutes: z.nullable(z.number()),
      inTime: z.nullable(z.boolean()),
      /** Of the reaction. */
      sentiment: z.nullable(Sentiment),
      promise: z.nullable(z.enum(promiseStates)),
    }),
  ),
  /** Until one's own review is saved: null, as are the name, the hints and the other review. */
  mine: z.nullable(Review),
  authorName: z.nullable(z.string()),
  hints: z.nullable(z.array(Hint)),
  others: z.array(Review),
});
export type ReviewCase = z.infer<typeof ReviewCase>;

export const reviewLists = ['sample', 'disputed', 'done'] as const;

export const listSamples = endpoint('GET /api/review/samples', {
  action: 'review.write',
  summary: 'What waits for the caller’s review, what is disputed, or what the caller has saved; keyset by cursor.',
  query: z.object({ list: z._default(z.enum(reviewLists), 'sample'), ...paged }),
  result: z.object({ samples: z.array(SampleRow), next: z.nullable(z.string()) }),
});

const sampleId = z.object({ sampleId: Id });
const reviewId = z.object({ reviewId: Id });

export const getReviewCase = endpoint('GET /api/review/samples/:sampleId', {
  action: 'review.write',
  summary: 'The whole exchange with its time line. Machine hints and author only after the caller has saved a review.',
  params: sampleId,
  result: ReviewCase,
});
export const saveReview = endpoint('POST /api/review/samples/:sampleId/review', {
  action: 'review.write',
  summary: 'Score it, once. Nobody reviews an answer of their own.',
  params: sampleId,
  body: z.strictObject({
    /** Needed where there is an answer. */
    scores: z.nullable(Scores),
    critical: z._default(z.array(z.enum(criticalErrors)).check(z.maxLength(criticalErrors.length)), []),
    note: z.optional(Remark),
    /** Ask the author whether others may learn from it; takes full scores. */
    exemplary: z._default(z.boolean(), false),
  }),
  result: ReviewCase,
});
export const decideDispute = endpoint('POST /api/reviews/:reviewId/decision', {
  action: 'review.write',
  summary: 'Decide a dispute: the review stands, or is struck and counts nowhere. Both sides’ words are kept.',
  params: reviewId,
  body: z.strictObject({ decision: z.enum(['stands', 'struck']), comment: Remark }),
  result: Review,
});
export const disputeReview = endpoint('POST /api/reviews/:reviewId/dispute', {
  action: 'self',
  summary: 'The author of the answer disagrees with a review, once, and says why.',
  params: reviewId,
  body: z.strictObject({ comment: Remark }),
  result: Review,
});
