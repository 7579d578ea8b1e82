import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawName, shareOf } from '../review/draw.ts';
import { says } from '../testing/said.ts';
import { receiveComments } from './receive-comments.ts';
import { reopenThread, resolveThread } from './resolve-threads.ts';
import { eva, openReviewStage, type ReviewStage, sample, settle, usual } from './review.suite.ts';
import { changeReviewSettings, reviewSettings } from './review-settings.ts';
import { sampleResolvedThreads } from './sample-threads.ts';

let stage: ReviewStage;
beforeEach(async () => {
  stage = await openReviewStage();
});
afterEach(() => stage.house.database.close());

test('a thread that was answered as promised is left alone', async () => {
  expect(await sample(stage, await settle(stage))).toEqual([]);
});

test('each rule brings a thread in, and the row says which', async () => {
  const { house, anna, blog } = stage;
  const warned = await settle(stage, { confirmed: ['link-unknown'] });
  const reopened = await settle(stage);
  await reopenThread(house, anna, reopened);
  await resolveThread(house, anna, reopened, {});
  const late = await settle(stage);
  const hidden = await settle(stage, { answered: false });
  const { clocks, comments } = house.database.reader.tables;
  await house.database.transaction(async (tx) => {
    await tx.update(clocks).set({ breachedAt: house.clock.now() }).where(eq(clocks.threadId, late));
    await tx.update(comments).set({ visibility: 'hidden' }).where(eq(comments.threadId, hidden));
  });
  const rows = await sample(stage, warned, reopened, late, hidden);
  expect(rows.map((row) => row.reasons)).toEqual([['warning'], ['reopened'], ['breached'], ['hidden']]);
  expect(rows[0]).toMatchObject({ channelId: blog, authorId: anna.personId, cycle: '2026-W10', wanted: 1, done: 0 });
  expect(rows.map((row) => row.replyId === null)).toEqual([false, false, false, true]);
});

test('who spoke again after the end has reopened it as well', async () => {
  const { house, blog, anna } = stage;
  const threadId = await settle(stage);
  const { comments } = house.database.reader.tables;
  const [first] = await house.database.reader.select().from(comments).where(eq(comments.threadId, threadId));
  const again = says('again', {
    author: 'Claudia Ebner',
    body: 'Immer noch kalt.',
    parentExternalId: first?.externalId ?? null,
    postedAt: house.clock.now(),
  });
  await receiveComments(house, { id: blog, language: null }, [again], { history: false });
  await resolveThread(house, anna, threadId, {});
  expect((await sample(stage, threadId)).map((row) => row.reasons)).toEqual([['reopened']]);
});

test('the random share follows from the shown seed', async () => {
  await changeReviewSettings(stage.house, eva, { ...usual, percent: 50, twicePercent: 50 });
  const { seed } = await reviewSettings(stage.house.database.reader);
  const threads: string[] = [];
  for (let i = 0; i < 12; i += 1) threads.push(await settle(stage));
  const names = threads.map((id) => drawName(id, '2026-W10'));
  const rows = await sample(stage, ...threads);
  const drawn = names.filter((name) => shareOf(seed ?? '', name) < 0.5);
  expect(rows.map((row) => row.key)).toEqual(drawn);
  expect(rows.map((row) => row.wanted)).toEqual(
    drawn.map((name) => (shareOf(seed ?? '', `twice ${name}`) < 0.5 ? 2 : 1)),
  );
  // Another share for this channel alone; the seed stays.
  await changeReviewSettings(stage.house, eva, { ...usual, channels: { [stage.blog]: 100 } });
  expect((await reviewSettings(stage.house.database.reader)).seed).toBe(seed);
  expect(await sample(stage, await settle(stage))).toHaveLength(1);
});

test('a thread is sampled once a week; what happens to it later is added', async () => {
  const { house, anna } = stage;
  const threadId = await settle(stage, { confirmed: ['link-unknown'] });
  const [before] = await sample(stage, threadId);
  await reopenThread(house, anna, threadId);
  // Open again, so nobody looks at it now.
  expect(await sample(stage, threadId)).toMatchObject([{ reasons: ['warning'] }]);
  await resolveThread(house, anna, threadId, {});
  expect(await sample(stage, threadId)).toMatchObject([{ id: before?.id, reasons: ['warning', 'reopened'] }]);
  house.clock.forward(7 * 86_400_000);
  await reopenThread(house, anna, threadId);
  await resolveThread(house, anna, threadId, {});
  expect((await sample(stage, threadId)).map((row) => row.cycle)).toEqual(['2026-W10', '2026-W11']);
});

test('follows the facts, once each, on as many nodes as there are', async () => {
  const { house } = stage;
  const stops = [await sampleResolvedThreads(house), await sampleResolvedThreads(house)];
  const threads = [await settle(stage, { confirmed: ['link-unknown'] }), await settle(stage)];
  const { reviewSamples } = house.database.reader.tables;
  await vi.waitFor(
    async () =>
      expect((await house.database.reader.select().from(reviewSamples)).map((row) => row.threadId)).toEqual([
        threads[0],
      ]),
    { timeout: 5000 },
  );
  for (const stop of stops) await stop();
});
