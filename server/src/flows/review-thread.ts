// A reviewer scores an answer, once. The author hears of it; the machine's opinion is shown from then on.
import type { ReviewCase } from '@stammgast/shared/contract/review';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { cycleOf } from '@stammgast/shared/domain/review/cycle';
import { type CriticalError, isExemplary, pointsOf } from '@stammgast/shared/domain/review/scorecard';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { closedAtOf } from '../review/calibrations.queries.ts';
import { proposeExample } from '../review/examples.queries.ts';
import { insertReview, reviewsOf, type StoredReview } from '../review/reviews.queries.ts';
import { countReview, type SampleRecord, sampleById } from '../review/samples.queries.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';
import { readReviewCase } from './read-review-case.ts';
import { houseZone } from './review-settings.ts';

export interface Scorecard {
  readonly scores: number[] | null;
  readonly critical: CriticalError[];
  readonly note?: string | undefined;
  readonly exemplary: boolean;
}

export async function saveReview(house: House, actor: Actor, sampleId: string, card: Scorecard): Promise<ReviewCase> {
  await house.database.transaction(async (tx) => {
    await tx.dialect.lock(tx, sampleId);
    const record = await sampleById(tx, actor, sampleId);
    if (!record) throw notFound();
    await refuse(tx, actor, record.sample, card);
    await writeReview(house, tx, actor, record.sample, card);
  });
  return readReviewCase(house, actor, sampleId);
}

type Sample = SampleRecord['sample'];

async function refuse(tx: Db, { personId }: Actor, sample: Sample, card: Scorecard): Promise<void> {
  if (sample.authorId === personId) throw problem('review.own', 403);
  if ((await reviewsOf(tx, [sample.id])).some((review) => review.reviewerId === personId))
    throw problem('review.saved', 409);
  const calibrationId = sample.calibrationId;
  if (calibrationId !== null && (await closedAtOf(tx, calibrationId))) throw problem('review.wrong_state', 409);
  if ((card.scores !== null) !== (sample.replyId !== null)) throw problem('review.scores_needed', 422);
  const mayBe = calibrationId === null && isExemplary(card.scores, card.critical);
  if (card.exemplary && !mayBe) throw problem('review.not_exemplary', 422);
}

/** Nothing stands in the way: it is written, and the author hears of it. */
export async function writeReview(
  house: Pick<House, 'clock' | 'newId'>,
  tx: Db,
  actor: Actor,
  sample: Sample,
  card: Scorecard,
): Promise<StoredReview> {
  if (!(await countReview(tx, sample.id))) throw problem('review.saved', 409);
  const now = house.clock.now();
  const { threadId, channelId, authorId, replyId } = sample;
  const calibration = sample.calibrationId !== null;
  const review: StoredReview = {
    ...{ id: house.newId(), sampleId: sample.id, channelId, authorId, reviewerId: actor.personId, calibration },
    cycle: cycleOf(now, await houseZone(tx)),
    scores: card.scores,
    critical: card.critical,
    points: card.scores && pointsOf(card.scores, card.critical),
    note: card.note ?? null,
    exemplary: card.exemplary,
    savedAt: now,
    ...{
      disputeComment: null,
      disputedAt: null,
      decision: null,
      decisionComment: null,
      decidedBy: null,
      decidedAt: null,
    },
  };
  await insertReview(tx, review);
  const about = { channelId, threadId, personId: actor.personId };
  const saved = { ...about, change: changeOf(null, { state: 'saved' }) };
  const payload = { reviewId: review.id, sampleId: sample.id };
  // Practice among reviewers is nobody's feedback.
  if (calibration) {
    await record(tx, now, [{ ...saved, kind: 'review.calibration-scored', payload }]);
    return review;
  }
  await record(tx, now, [{ ...saved, kind: 'review.saved', payload: { ...payload, authorId } }]);
  await openDisputes(tx, now, sample);
  if (card.exemplary && replyId) {
    const exampleId = house.newId();
    const asked = { consent: 'asked', changedAt: now, proposedBy: actor.personId } as const;
    const first = await proposeExample(tx, { id: exampleId, replyId, threadId, channelId, authorId, ...asked });
    const change = changeOf(null, { consent: 'asked' });
    if (first) await record(tx, now, [{ kind: 'review.proposed', ...about, payload: { exampleId }, change }]);
  }
  return review;
}

/** With the last score nobody is blind any more: now everybody may hear of what was disputed before it. */
async function openDisputes(tx: Db, now: Date, { id: sampleId, wanted, threadId, channelId }: Sample): Promise<void> {
  const given = await reviewsOf(tx, [sampleId]);
  if (given.length < wanted) return;
  const disputed = given.filter(({ disputedAt, decision }) => disputedAt !== null && decision === null);
  await record(
    tx,
    now,
    disputed.map(({ id: reviewId, authorId, reviewerId }) => ({
      ...{ kind: 'review.dispute-ready', channelId, threadId },
      payload: { reviewId, sampleId, authorId, reviewerId },
    })),
  );
}
