import * as z from 'zod/mini';
import { topics } from '../domain/assessment.ts';
import { criticalErrors } from '../domain/review/scorecard.ts';
import { platforms } from './channels.ts';
import { Done, endpoint, Id, Instant, paged } from './endpoint.ts';
import { named, Review } from './review.ts';

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
  query: z.object({ ...paged }),
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
  ...named,
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
  query: z.object({ ...paged }),
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
