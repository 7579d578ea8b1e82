import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeCalibration, openCalibration } from './calibrate-reviewers.ts';
import { decideDispute, disputeReview } from './dispute-review.ts';
import { countSearches, listQueue, readThread } from './read-threads.ts';
import { eva, openReviewStage, type ReviewStage, review, sampled, usual } from './review.suite.ts';
import { changeReviewSettings } from './review-settings.ts';

let stage: ReviewStage;
beforeEach(async () => {
  stage = await openReviewStage();
});
afterEach(() => stage.house.database.close());

const found = async (by: Actor, q: string) => {
  const { threads } = await listQueue(stage.house, by, q, { limit: 50 });
  expect(await countSearches(stage.house, by, [q])).toEqual([threads.length]);
  return threads.map(({ id }) => id).toSorted();
};
/** 10, 20 and 30 of 30 points. */
async function scored(score: number) {
  const sample = await sampled(stage);
  return { ...sample, reviewId: (await review(stage, stage.martin, sample.id, Array(5).fill(score))).mine?.id ?? '' };
}

test('reviewers find threads by what was given for them, in either language', async () => {
  const { martin, anna, house } = stage;
  const [poor, fair, best] = [await scored(1), await scored(2), await scored(3)].map(({ threadId }) => threadId);
  const all = [poor, fair, best].toSorted();
  expect(await found(martin, 'quality:<60')).toEqual([poor]);
  expect(await found(martin, 'qualität:<=67')).toEqual([poor, fair].toSorted());
  expect(await found(martin, 'qualität:>=100 -qualität:<50')).toEqual([best]);
  expect(await found(martin, 'quality:>0')).toEqual(all);
  expect(await found(martin, 'is:open OR quality:>66')).toEqual([fair, best].toSorted());
  expect(await found({ ...martin, channels: [] }, 'quality:>0')).toEqual([]);
  // Unreviewed threads have no quality, neither much nor little.
  const { threadId } = await sampled(stage);
  expect(await found(martin, '-quality:>=0')).toEqual([threadId]);
  // What was struck counts nowhere, and practice neither.
  const { id } = await openCalibration(house, martin, stage.blog);
  await closeCalibration(house, martin, id);
  const struck = await scored(0);
  await disputeReview(house, anna, struck.reviewId, 'Anders.');
  await decideDispute(house, martin, struck.reviewId, { decision: 'struck', comment: 'Gut.' });
  expect(await found(martin, 'quality:>=0')).toEqual(all);
});

test('nobody else learns of a score by searching, and nobody counts those of a person', async () => {
  const { house, anna, martin } = stage;
  await scored(1);
  const lead: Actor = { ...anna, role: 'lead' };
  for (const [by, q, code] of [
    [anna, 'quality:<60', 'key.forbidden'],
    [anna, 'is:open OR -(qualität:>50 Zimmer)', 'key.forbidden'],
    [lead, 'quality:>=0', 'key.forbidden'],
    [martin, 'quality:<60 assignee:@"Anna agent"', 'key.person'],
    [martin, 'quality:<60 OR -assignee:none', 'key.person'],
  ] as const) {
    const refused = { code: 'search.invalid', status: 400, context: { code } };
    await expect(listQueue(house, by, q, { limit: 5 }), q).rejects.toMatchObject(refused);
    expect(await countSearches(house, by, [q])).toEqual([null]);
  }
});

test('what is found by quality does not say whose it was, only the thread itself does', async () => {
  const { house, anna, martin } = stage;
  const { threadId } = await scored(1);
  const { threads } = house.database.reader.tables;
  await house.database.transaction((tx) => tx.update(threads).set({ assigneeId: anna.personId }));
  const rows = async (q: string) => (await listQueue(house, martin, q, { limit: 5 })).threads;
  const anyones = { id: threadId, status: 'resolved', assigneeId: null, resolvedBy: null };
  for (const q of ['quality:<60', '-qualität:>60', 'is:open OR quality:<60', 'quality:<60 Zimmer'])
    expect(await rows(q), q).toMatchObject([anyones]);
  const theirs = { assigneeId: anna.personId, resolvedBy: anna.personId };
  expect(await rows('is:done')).toMatchObject([theirs]);
  expect((await readThread(house, martin, threadId)).row).toMatchObject(theirs);
});

test('who is still to score a thread blind does not find it by what another has given', async () => {
  const { house, martin, nora } = stage;
  await changeReviewSettings(house, eva, { ...usual, twicePercent: 100 });
  const { id, threadId } = await scored(1);
  expect([await found(martin, 'quality:<60'), await found(nora, 'quality:<60')]).toEqual([[threadId], []]);
  // From then on it is the mean of both: 10 and 30 of 30 points.
  await review(stage, nora, id, [3, 3, 3, 3, 3]);
  expect([await found(nora, 'quality:<60'), await found(nora, 'quality:>66')]).toEqual([[], [threadId]]);
});
