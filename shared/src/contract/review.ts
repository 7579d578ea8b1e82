import * as z from 'zod/mini';
import { itemKeys, itemStates } from '../domain/answer-check/items.ts';
import { sentiments, topics } from '../domain/assessment.ts';
import { promiseStates } from '../domain/promise-status.ts';
import { sampleReasons } from '../domain/review/sample-reasons.ts';
import { BEST_SCORE, criteria, criticalErrors } from '../domain/review/scorecard.ts';
import { platforms } from './channels.ts';
import { Done, endpoint, Id, Instant, limited } from './endpoint.ts';

const Sentiment = z.enum(sentiments);
const Remark = limited(2000);
const Cursor = z.optional(z.string().check(z.maxLength(200)));
const Limit = z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50);
const Percent = z.int().check(z.minimum(0), z.maximum(100));

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

/** One thread of the sample as it stands in the list: nothing in it tells who has answered. */
export const SampleRow = z.object({
  id: Id,
  threadId: Id,
  number: z.number(),
  channelId: Id,
  channelName: z.string(),
  platform: z.enum(platforms),
  guestName: z.string(),
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
  query: z.object({ list: z._default(z.enum(reviewLists), 'sample'), cursor: Cursor, limit: Limit }),
  result: z.object({ samples: z.array(SampleRow), next: z.nullable(z.string()) }),
});

export const ReviewSettings = z.object({
  /** Share of answered threads drawn at random, in percent; and for single channels. */
  percent: Percent,
  channels: z.record(z.string().check(z.maxLength(64)), Percent),
  /** Share of the sample that two people score. */
  twicePercent: Percent,
  /** Reviews per channel and week. */
  goal: z.int().check(z.minimum(1), z.maximum(500)),
  /** The reviewer learns who has answered only after saving. */
  hideAuthor: z.boolean(),
});
export type ReviewSettings = z.infer<typeof ReviewSettings>;

const Agreement = z.object({
  /** Threads that two people have scored. */
  n: z.number(),
  /** null with fewer than ten. */
  kappa: z.nullable(z.number()),
  from: z.nullable(z.number()),
  to: z.nullable(z.number()),
  /** Below 0.5: three example threads together are due. */
  calibrate: z.boolean(),
});
export type Agreement = z.infer<typeof Agreement>;

export const ReviewState = z.object({
  cycle: z.string(),
  /** With it and the numbers of the settings the draw can be done again; null before the first one. */
  seed: z.nullable(z.string()),
  settings: ReviewSettings,
  channels: z.array(
    z.object({ id: Id, name: z.string(), platform: z.enum(platforms), done: z.number(), waiting: z.number() }),
  ),
  /** For the caller. */
  waiting: z.number(),
  disputed: z.number(),
  agreement: Agreement,
});
export type ReviewState = z.infer<typeof ReviewState>;

export const getReviewState = endpoint('GET /api/review', {
  action: 'review.write',
  summary: 'This week’s goals and progress, the seed of the draw, and how far two reviewers agree.',
  result: ReviewState,
});
export const changeReviewSettings = endpoint('PUT /api/review/settings', {
  action: 'house.manage',
  summary: 'Shares of the draw, goals, and whether the author stays hidden until a review is saved.',
  body: z.strictObject(ReviewSettings.shape),
  result: ReviewSettings,
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

/** Whether others may learn from an answer. `asked`: its author has not said yet. */
export const consents = ['asked', 'given', 'declined'] as const;

/** A mean of 0 to 100 with its 95 % interval; null where it must not or cannot be told. */
export const Quality = z.object({
  /** Answers that were scored. */
  n: z.number(),
  mean: z.nullable(z.number()),
  from: z.nullable(z.number()),
  to: z.nullable(z.number()),
  /** Why there is no mean: fewer than ten answers, or answers of fewer than five people. */
  withheld: z.nullable(z.enum(['few', 'group'])),
});
export type Quality = z.infer<typeof Quality>;

export const MyReview = z.object({
  review: Review,
  threadId: Id,
  number: z.number(),
  channelName: z.string(),
  platform: z.enum(platforms),
  guestName: z.string(),
  comment: z.nullable(z.string()),
  answer: z.nullable(z.string()),
  /** Of the wish to show this answer as an example. */
  example: z.nullable(z.object({ id: Id, consent: z.enum(consents) })),
});
export type MyReview = z.infer<typeof MyReview>;

export const listMyReviews = endpoint('GET /api/me/reviews', {
  action: 'self',
  summary: 'Reviews of the caller’s own answers, newest first, and their own mean from ten on.',
  query: z.object({ cursor: Cursor, limit: Limit }),
  result: z.object({ reviews: z.array(MyReview), quality: Quality, next: z.nullable(z.string()) }),
});
export const answerExample = endpoint('POST /api/examples/:exampleId/consent', {
  action: 'self',
  summary: 'The author agrees that an answer is shown as an example, declines, or takes the consent back.',
  params: z.object({ exampleId: Id }),
  body: z.strictObject({ consent: z.enum(['given', 'declined']) }),
  result: Done,
});

export const Example = z.object({
  id: Id,
  threadId: Id,
  number: z.number(),
  channelId: Id,
  channelName: z.string(),
  platform: z.enum(platforms),
  guestName: z.string(),
  comment: z.nullable(z.string()),
  language: z.nullable(z.string()),
  answer: z.string(),
  authorName: z.string(),
  topics: z.array(z.enum(topics)),
  since: Instant,
});
export type Example = z.infer<typeof Example>;

export const listExamples = endpoint('GET /api/examples', {
  action: 'thread.read',
  summary: 'Answers to learn from, with their authors’ consent, on the caller’s channels; newest first.',
  query: z.object({ cursor: Cursor, limit: Limit }),
  result: z.object({ examples: z.array(Example), next: z.nullable(z.string()) }),
});

export const getReviewFigures = endpoint('GET /api/review/figures', {
  action: 'review.read',
  summary: 'Quality by channel and topic with intervals; never by person, never of fewer than five people.',
  query: z.object({ days: z._default(z.coerce.number().check(z.int(), z.minimum(7), z.maximum(365)), 90) }),
  result: z.object({
    days: z.number(),
    all: Quality,
    channels: z.array(z.extend(Quality, { id: Id, name: z.string(), platform: z.enum(platforms) })),
    topics: z.array(z.extend(Quality, { topic: z.enum(topics) })),
    /** How often each critical error was named. */
    critical: z.array(z.object({ error: z.enum(criticalErrors), n: z.number() })),
  }),
});
export type ReviewFigures = z.infer<typeof getReviewFigures.result>;

/** Three threads that several people score without seeing each other. */
export const Calibration = z.object({
  id: Id,
  channelId: Id,
  channelName: z.string(),
  platform: z.enum(platforms),
  openedByName: z.string(),
  openedAt: Instant,
  closedAt: z.nullable(Instant),
  samples: z.array(z.extend(SampleRow, { mine: z.boolean() })),
  /** How many people have scored all three. */
  finished: z.number(),
  /** Only once it is closed: by sample, what everybody gave. */
  reviews: z.nullable(z.record(z.string(), z.array(Review))),
});
export type Calibration = z.infer<typeof Calibration>;

const calibrationId = z.object({ calibrationId: Id });
export const listCalibrations = endpoint('GET /api/review/calibrations', {
  action: 'review.write',
  summary: 'The newest calibration sessions on the caller’s channels; scores only of closed ones.',
  result: z.object({ calibrations: z.array(Calibration) }),
});
export const openCalibration = endpoint('POST /api/review/calibrations', {
  action: 'review.write',
  summary: 'Begin one with the three reviewed threads of a channel on which opinions differed most.',
  body: z.strictObject({ channelId: Id }),
  result: Calibration,
});
export const closeCalibration = endpoint('POST /api/review/calibrations/:calibrationId/closing', {
  action: 'review.write',
  summary: 'End it: from now on everybody sees all scores side by side.',
  params: calibrationId,
  result: Calibration,
});
