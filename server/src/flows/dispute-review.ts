// The author of an answer disagrees with a review, and somebody decides. Both sides' words are kept.
import type { Review } from '@stammgast/shared/contract/review';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { namedIn, presentReview } from '../review/present.ts';
import { changeReview, reviewById, type StoredReview } from '../review/reviews.queries.ts';
import { sampleById } from '../review/samples.queries.ts';
import type { Db } from '../storage/database.ts';
import { namesOf } from '../team/people.queries.ts';
import type { House } from './house.ts';

export function disputeReview(house: House, actor: Actor, reviewId: string, comment: string): Promise<Review> {
  return house.database.transaction(async (tx) => {
    const review = await visibleReview(tx, actor, reviewId);
    // Whose answer it is not has nothing to do with it.
    if (review.authorId !== actor.personId) throw notFound();
    // Whoever scores the same at this moment learns of it afterwards, or we of their score.
    await tx.dialect.lock(tx, review.sampleId);
    const now = house.clock.now();
    const change = { disputeComment: comment, disputedAt: now };
    const disputed = await changeReview(tx, reviewId, change, 'dispute');
    if (!disputed) throw problem('review.wrong_state', 409);
    return tell(tx, actor, disputed, 'review.disputed', now);
  });
}

export function decideDispute(
  house: House,
  actor: Actor,
  reviewId: string,
  { decision, comment }: { decision: 'stands' | 'struck'; comment: string },
): Promise<Review> {
  return house.database.transaction(async (tx) => {
    const review = await visibleReview(tx, actor, reviewId);
    if (review.authorId === actor.personId) throw problem('review.own', 403);
    const sample = await sampleById(tx, actor, review.sampleId);
    // Who is still to score it must not read what another has given.
    const mayRead = review.reviewerId === actor.personId || (sample && sample.sample.done >= sample.sample.wanted);
    if (!mayRead) throw problem('review.wrong_state', 409);
    const now = house.clock.now();
    const change = { decision, decisionComment: comment, decidedBy: actor.personId, decidedAt: now };
    const decided = await changeReview(tx, reviewId, change, 'decision');
    if (!decided) throw problem('review.wrong_state', 409);
    return tell(tx, actor, decided, 'review.decided', now);
  });
}

async function visibleReview(tx: Db, actor: Actor, reviewId: string): Promise<StoredReview> {
  const review = await reviewById(tx, reviewId);
  if (!review || review.calibration || !sees(actor, review.channelId)) throw notFound();
  return review;
}

async function tell(
  tx: Db,
  actor: Actor,
  review: StoredReview,
  kind: 'review.disputed' | 'review.decided',
  now: Date,
): Promise<Review> {
  const { id: reviewId, sampleId, channelId, reviewerId, authorId } = review;
  const sample = await sampleById(tx, actor, sampleId);
  const about = { channelId, threadId: sample?.sample.threadId ?? null, personId: actor.personId };
  // Who is still to score it is told nothing of the one that is there.
  const blind = sample !== null && sample.sample.done < sample.sample.wanted;
  const payload = { reviewId, sampleId, authorId, reviewerId, blind };
  const named = await namesOf(tx, namedIn([review]));
  const before = kind === 'review.disputed' ? 'saved' : 'disputed';
  const change = changeOf({ state: before }, { state: review.decision ?? 'disputed' });
  await record(tx, now, [{ kind, ...about, payload, change }]);
  return presentReview(review, named);
}
