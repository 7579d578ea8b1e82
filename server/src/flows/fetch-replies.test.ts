import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmFetched, refuseFetched, repliesToFetch } from './fetch-replies.ts';
import { BODY, openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  stage.script.can = { ...stage.script.can, reply: 'fetched' };
  delete stage.script.publish;
  delete stage.script.findPublished;
});
afterEach(() => stage.close());

const toFetch = () => repliesToFetch(stage.house, stage.channelId, 10);
const only = async () => (await stage.replies())[0];

test('an answer is offered after the undo time, until it is confirmed', async () => {
  const { id } = await stage.reply();
  expect(await toFetch()).toEqual([]);
  await stage.pass(10);
  expect(await toFetch()).toEqual([
    { id, commentExternalId: 'c1', postExternalId: 'p1', body: BODY, createdAt: '2026-03-05T13:00:00.000Z' },
  ]);
  expect(await stage.thread()).toMatchObject({ status: 'open', replyState: 'accepted' });
  expect((await stage.clocks()).every((clock) => clock.metAt === null)).toBe(true);

  const url = 'https://shop.example/a1';
  await confirmFetched(stage.house, stage.channelId, id, { externalId: 'a1', url });
  expect(await toFetch()).toEqual([]);
  expect(await only()).toMatchObject({ state: 'published', externalId: 'a1', url });
  expect(await stage.thread()).toMatchObject({ status: 'waiting', replyState: null });
  const facts = await stage.facts();
  await confirmFetched(stage.house, stage.channelId, id, { externalId: 'a1', url });
  expect(await stage.facts()).toEqual(facts);
});

test('a refusal is shown with its reason; a late confirmation still counts', async () => {
  const { id } = await stage.reply();
  await stage.pass(10);
  await refuseFetched(stage.house, stage.channelId, id, 'the article is locked');
  expect(await only()).toMatchObject({
    state: 'failed',
    failureKind: 'rejected',
    failureDetail: 'the article is locked',
  });
  await refuseFetched(stage.house, stage.channelId, id, 'again');
  expect(await only()).toMatchObject({ failureDetail: 'the article is locked' });
  await confirmFetched(stage.house, stage.channelId, id, { externalId: 'a1', url: null });
  expect(await only()).toMatchObject({ state: 'published', failureKind: null });
});

test('held answers and those of other channels do not exist for the other side', async () => {
  const { id } = await stage.reply();
  const held = confirmFetched(stage.house, stage.channelId, id, { externalId: 'a1', url: null });
  await expect(held).rejects.toMatchObject({ code: 'not_found' });
  await stage.pass(10);
  const foreign = confirmFetched(stage.house, 'another', id, { externalId: 'a1', url: null });
  await expect(foreign).rejects.toMatchObject({ code: 'not_found' });
  await expect(refuseFetched(stage.house, 'another', id, 'no')).rejects.toMatchObject({ code: 'not_found' });
  expect(await repliesToFetch(stage.house, 'another', 10)).toEqual([]);
});
