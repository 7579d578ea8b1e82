import type { Review, SampleRow } from '@stammgast/shared/contract/review';
import type { StoredReview } from './reviews.queries.ts';
import type { SampleRecord } from './samples.queries.ts';

type Names = ReadonlyMap<string, string>;

export function presentSample({ sample, thread, channel, guestName }: SampleRecord): SampleRow {
  return {
    id: sample.id,
    threadId: sample.threadId,
    number: thread.number,
    channelId: sample.channelId,
    channelName: channel.name,
    platform: channel.platform,
    guestName,
    excerpt: thread.excerpt,
    sentiment: thread.sentiment,
    reasons: sample.reasons,
    cycle: sample.cycle,
    twice: sample.wanted > 1,
    resolvedAt: sample.resolvedAt.toISOString(),
  };
}

/** Everybody whose name a review shows. */
export const namedIn = (reviews: readonly StoredReview[]): string[] => [
  ...new Set(reviews.flatMap((review) => [review.reviewerId, review.decidedBy ?? []].flat())),
];

export function presentReview(review: StoredReview, names: Names): Review {
  return {
    id: review.id,
    reviewerName: names.get(review.reviewerId) ?? '',
    scores: review.scores,
    critical: review.critical,
    points: review.points,
    note: review.note,
    exemplary: review.exemplary,
    savedAt: review.savedAt.toISOString(),
    dispute: presentDispute(review, names),
  };
}

function presentDispute(review: StoredReview, names: Names): Review['dispute'] {
  if (!review.disputedAt) return null;
  return {
    comment: review.disputeComment ?? '',
    raisedAt: review.disputedAt.toISOString(),
    decision: review.decision,
    decisionComment: review.decisionComment,
    decidedByName: review.decidedBy && (names.get(review.decidedBy) ?? ''),
    decidedAt: review.decidedAt?.toISOString() ?? null,
  };
}
