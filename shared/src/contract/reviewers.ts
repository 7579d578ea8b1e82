import * as z from 'zod/mini';
import { platforms } from './channels.ts';
import { endpoint, Id, Instant } from './endpoint.ts';
import { Review, SampleRow } from './review.ts';

const Percent = z.int().check(z.minimum(0), z.maximum(100));

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
