import type { Actor } from '@stammgast/shared/domain/permissions';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentsOf } from '../audit/content.ts';
import { factsAfter } from '../events/events.queries.ts';
import { addTestPerson } from '../testing/cast.ts';
import { closeCalibration, listCalibrations, openCalibration } from './calibrate-reviewers.ts';
import { decideDispute, disputeReview } from './dispute-review.ts';
import { readBell } from './read-bell.ts';
import { listMyReviews, readReviewFigures } from './read-quality.ts';
import { listSamples, readReviewState } from './read-review.ts';
import { readReviewCase } from './read-review-case.ts';
import { card, eva, openReviewStage, type ReviewStage, review, reviewFacts, sampled, usual } from './review.suite.ts';
import { changeReviewSettings } from './review-settings.ts';
import { saveReview } from './review-thread.ts';
import { answerExample, listExamples } from './show-examples.ts';
import { tellOf } from './tell-people.ts';

let stage: ReviewStage;
beforeEach(async () => {
  stage = await openReviewStage();
});
afterEach(() => stage.house.database.close());

const page = { limit: 50 };
const disputed = async (by: Actor) =>
  (await listSamples(stage.house, by, { list: 'disputed', ...page })).samples.map((row) => row.id);

const bell = async (by: Actor) => (await readBell(stage.house, by, undefined)).notifications;
/** As the audit trail keeps it: what, who, before and after. */
const trail = async () =>
  (await reviewFacts(stage))
    .flatMap(contentsOf)
    .map(({ kind, actorId, before, after }) => [kind, actorId, before, after]);
const tellAll = () =>
  stage.house.database.transaction(async (tx) => tellOf(stage.house, tx, await factsAfter(tx, 0, 1000)));

describe('a dispute', () => {
  test('is raised by the author once, decided by another once, and both words are kept', async () => {
    const { house, anna, martin, nora } = stage;
    const { id } = await sampled(stage);
    const reviewId = (await review(stage, martin, id)).mine?.id ?? '';
    await expect(disputeReview(house, nora, reviewId, 'Nein.')).rejects.toMatchObject({ status: 404 });
    await expect(
      decideDispute(house, nora, reviewId, { decision: 'stands', comment: 'Zu früh.' }),
    ).rejects.toMatchObject({ code: 'review.wrong_state' });
    await disputeReview(house, anna, reviewId, 'Der Schritt ist genannt.');
    await expect(disputeReview(house, anna, reviewId, 'Noch einmal.')).rejects.toMatchObject({ status: 409 });
    expect([await disputed(martin), await disputed(nora)]).toEqual([[id], [id]]);
    // Whoever decides reads what it is about.
    expect((await readReviewCase(house, nora, id)).others).toMatchObject([{ dispute: { decision: null } }]);
    const decided = await decideDispute(house, nora, reviewId, { decision: 'struck', comment: 'Stimmt.' });
    expect(decided.dispute).toMatchObject({
      comment: 'Der Schritt ist genannt.',
      decision: 'struck',
      decisionComment: 'Stimmt.',
      decidedByName: 'Anna supervisor',
    });
    await expect(
      decideDispute(house, martin, reviewId, { decision: 'stands', comment: 'Doch.' }),
    ).rejects.toMatchObject({ status: 409 });
    expect(await disputed(martin)).toEqual([]);
    const facts = await reviewFacts(stage);
    expect(facts.map(({ kind, payload }) => [kind, payload?.authorId, payload?.before, payload?.after])).toEqual([
      ['review.saved', anna.personId, null, { state: 'saved' }],
      ['review.disputed', anna.personId, { state: 'saved' }, { state: 'disputed' }],
      ['review.decided', anna.personId, { state: 'disputed' }, { state: 'struck' }],
    ]);
  });

  test('rings the reviewer and who else decides, and then its author, and names nobody', async () => {
    const { house, anna, martin, nora } = stage;
    const { id, threadId } = await sampled(stage);
    const reviewId = (await review(stage, martin, id)).mine?.id ?? '';
    await disputeReview(house, anna, reviewId, 'Der Schritt ist genannt.');
    await decideDispute(house, nora, reviewId, { decision: 'stands', comment: 'Ohne Termin.' });
    await tellAll();
    const told = (event: string) => ({ event, by: null, count: 1, threads: [{ id: threadId }] });
    expect(await bell(martin)).toMatchObject([told('disputed')]);
    expect(await bell(nora)).toMatchObject([told('disputed')]);
    expect(new Set((await bell(anna)).map(({ event }) => event))).toEqual(new Set(['review', 'settled']));
  });

  test('is kept from who is still to score the same blind', async () => {
    await changeReviewSettings(stage.house, eva, { ...usual, twicePercent: 100 });
    const { house, anna, martin, nora } = stage;
    const { id } = await sampled(stage);
    const reviewId = (await review(stage, martin, id)).mine?.id ?? '';
    await disputeReview(house, anna, reviewId, 'Anders.');
    await tellAll();
    expect(await bell(martin)).toMatchObject([{ event: 'disputed' }]);
    expect([await bell(nora), await disputed(nora)]).toEqual([[], []]);
    const second = (await review(stage, nora, id)).mine?.id ?? '';
    await disputeReview(house, anna, second, 'Auch das.');
    expect((await readReviewState(house, nora)).disputed).toBe(1);
  });

  test('that was kept from them rings the other reviewers with the last score, once, also if its reviewer has left', async () => {
    await changeReviewSettings(stage.house, eva, { ...usual, twicePercent: 100 });
    const { house, anna, martin, nora, blog } = stage;
    const third: Actor = { ...nora, personId: await addTestPerson(house, 'supervisor', [blog]) };
    const { id, threadId } = await sampled(stage);
    const reviewId = (await review(stage, martin, id)).mine?.id ?? '';
    await disputeReview(house, anna, reviewId, 'Anders.');
    const { people } = house.database.reader.tables;
    await house.database.transaction((tx) =>
      tx.update(people).set({ active: false }).where(eq(people.id, martin.personId)),
    );
    await review(stage, nora, id);
    await tellAll();
    const told = { event: 'disputed', by: null, count: 1, threads: [{ id: threadId }] };
    expect([await bell(nora), await bell(third)]).toMatchObject([[told], [told]]);
    expect((await trail()).map(([kind]) => kind)).toEqual(['review.saved', 'review.disputed', 'review.saved']);
    // What is decided by then is nobody's task.
    const second = await sampled(stage);
    const early = (await review(stage, nora, second.id)).mine?.id ?? '';
    await disputeReview(house, anna, early, 'Anders.');
    await decideDispute(house, nora, early, { decision: 'struck', comment: 'Gut.' });
    await review(stage, third, second.id);
    const ready = (await reviewFacts(stage)).filter(({ kind }) => kind === 'review.dispute-ready');
    expect(ready).toMatchObject([{ threadId, personId: null, payload: { reviewId } }]);
  });

  test('takes a struck review out of the figures, but not out of sight of its author', async () => {
    const { house, anna, martin } = stage;
    const reviewId = (await review(stage, martin, (await sampled(stage)).id)).mine?.id ?? '';
    expect((await readReviewFigures(house, martin, 90)).all.n).toBe(1);
    await disputeReview(house, anna, reviewId, 'Anders.');
    await decideDispute(house, martin, reviewId, { decision: 'struck', comment: 'Gut.' });
    expect((await readReviewFigures(house, martin, 90)).all.n).toBe(0);
    const mine = await listMyReviews(house, anna, page);
    expect(mine).toMatchObject({ quality: { n: 0 }, reviews: [{ review: { dispute: { decision: 'struck' } } }] });
  });

  test('is nothing for who sees neither the channel nor the author’s side', async () => {
    const { house, anna, martin } = stage;
    const reviewId = (await review(stage, martin, (await sampled(stage)).id)).mine?.id ?? '';
    const gone = { ...anna, channels: [] };
    await expect(disputeReview(house, gone, reviewId, 'Nein.')).rejects.toMatchObject({ status: 404 });
    expect((await listMyReviews(house, gone, page)).reviews).toEqual([]);
    expect((await listMyReviews(house, martin, page)).reviews).toEqual([]);
  });
});

test('an example needs full scores and its author’s consent, which can be taken back', async () => {
  const { house, anna, martin } = stage;
  const { id } = await sampled(stage);
  const wish = { ...card(), exemplary: true };
  await expect(saveReview(house, martin, id, wish)).rejects.toMatchObject({
    code: 'review.not_exemplary',
    status: 422,
  });
  await saveReview(house, martin, id, { ...wish, scores: [3, 3, 3, 3, 3] });
  const titles = async (by = martin) => (await listExamples(house, by, page)).examples.map((one) => one.authorName);
  expect(await titles()).toEqual([]);
  const [mine] = (await listMyReviews(house, anna, page)).reviews;
  const exampleId = mine?.example?.id ?? '';
  expect(mine?.example?.consent).toBe('asked');
  await expect(answerExample(house, martin, exampleId, 'given')).rejects.toMatchObject({ status: 404 });
  await answerExample(house, anna, exampleId, 'given');
  expect(await titles(anna)).toEqual(['Anna agent']);
  expect(await titles({ ...martin, channels: ['another'] })).toEqual([]);
  await answerExample(house, anna, exampleId, 'declined');
  await answerExample(house, anna, exampleId, 'declined');
  expect(await titles()).toEqual([]);
  expect(await trail()).toEqual([
    ['review.saved', martin.personId, null, { state: 'saved' }],
    ['review.proposed', martin.personId, null, { consent: 'asked' }],
    ['review.consented', anna.personId, { consent: 'asked' }, { consent: 'given' }],
    ['review.consented', anna.personId, { consent: 'given' }, { consent: 'declined' }],
  ]);
});

test('quality is told by channel and topic, from ten answers of five people on, never by person', async () => {
  const { house, blog, martin, anna } = stage;
  const people: Actor[] = [anna];
  for (let i = 0; i < 4; i += 1) {
    people.push({ personId: await addTestPerson(house, 'agent', [blog]), role: 'agent', channels: [blog] });
  }
  for (let i = 0; i < 12; i += 1) {
    const by = i < 10 ? people[i % 4] : people[4];
    await review(stage, martin, (await sampled(stage, by ? { by } : {})).id, [i % 4, 2, 2, 2, 2]);
    const { all } = await readReviewFigures(house, martin, 90);
    expect(all.withheld).toBe(i < 9 ? 'few' : i < 10 ? 'group' : null);
  }
  const figures = await readReviewFigures(house, martin, 90);
  expect(figures.all).toMatchObject({ n: 12 });
  expect(figures.all.mean).toBeCloseTo((100 * (4.5 + 14)) / 30, 6);
  expect(figures.channels).toMatchObject([{ id: blog, n: 12, withheld: null }]);
  expect(JSON.stringify(figures)).not.toContain(anna.personId);
  expect(await readReviewFigures(house, { ...martin, channels: [] }, 90)).toMatchObject({
    all: { n: 0 },
    channels: [],
  });
  expect((await listMyReviews(house, anna, page)).quality).toMatchObject({ n: 3, mean: null, withheld: 'few' });
});

describe('a calibration', () => {
  const scored = async (scores: number[]) => review(stage, stage.martin, (await sampled(stage)).id, scores);

  test('takes three threads, which everybody scores blind and compares once it is closed', async () => {
    const { house, martin, nora, blog, anna } = stage;
    await scored([1, 1, 1, 1, 1]);
    await scored([2, 2, 2, 2, 2]);
    await expect(openCalibration(house, martin, blog)).rejects.toMatchObject({ code: 'review.too_few', status: 422 });
    await scored([3, 3, 3, 3, 3]);
    const { id, samples } = await openCalibration(house, martin, blog);
    expect(samples).toHaveLength(3);
    for (const one of samples) await review(stage, martin, one.id, [3, 3, 3, 3, 3]);
    const [first] = samples;
    const blind = await readReviewCase(house, nora, first?.id ?? '');
    expect(blind).toMatchObject({ others: [], hints: null, authorName: null, draw: null });
    const open = (await listCalibrations(house, nora)).calibrations[0];
    expect(open).toMatchObject({ finished: 1, reviews: null, closedAt: null });
    expect(open?.samples.map((one) => one.mine)).toEqual([false, false, false]);
    await review(stage, nora, first?.id ?? '', [1, 1, 1, 1, 1]);
    expect((await readReviewCase(house, nora, first?.id ?? '')).others).toEqual([]);
    const closed = await closeCalibration(house, nora, id);
    expect(closed.reviews?.[first?.id ?? '']?.map((one) => one.points)).toEqual([30, 10]);
    await expect(closeCalibration(house, nora, id)).rejects.toMatchObject({ status: 409 });
    await expect(review(stage, nora, samples[1]?.id ?? '')).rejects.toMatchObject({ code: 'review.wrong_state' });
    // Practice is nobody's feedback and counts nowhere.
    expect((await listMyReviews(house, anna, page)).reviews).toHaveLength(3);
    expect((await readReviewFigures(house, martin, 90)).all.n).toBe(3);
    expect((await trail()).slice(3)).toEqual([
      ['review.calibration-opened', martin.personId, null, { state: 'open' }],
      ...Array<unknown>(3).fill(['review.calibration-scored', martin.personId, null, { state: 'saved' }]),
      ['review.calibration-scored', nora.personId, null, { state: 'saved' }],
      ['review.calibration-closed', nora.personId, { state: 'open' }, { state: 'closed' }],
    ]);
    await tellAll();
    expect((await bell(anna)).map(({ event }) => event)).toEqual(['review']);
  });

  test('is not for foreign channels', async () => {
    const stranger = { ...stage.martin, channels: ['another'] };
    await expect(openCalibration(stage.house, stranger, stage.blog)).rejects.toMatchObject({ status: 422 });
    await expect(closeCalibration(stage.house, stranger, 'none')).rejects.toMatchObject({ status: 404 });
  });
});
