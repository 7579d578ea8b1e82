import { afterEach, beforeEach, expect, test } from 'vitest';
import { undoReply } from './decide-reply.ts';
import { repliesToFetch } from './fetch-replies.ts';
import { openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const pause = (state: 'paused' | 'ok') =>
  stage.house.database.transaction(async (tx) => {
    await tx.update(tx.tables.channels).set({ state });
  });

test('nothing is published on a paused channel; it goes out when the channel goes on', async () => {
  await stage.reply();
  await pause('paused');
  await stage.pass(3600);
  expect(stage.script.sent).toEqual([]);
  expect(await stage.replies()).toMatchObject([{ state: 'queued', attempts: 0 }]);
  await pause('ok');
  await stage.pass(15);
  expect(stage.script.sent).toHaveLength(1);
  expect(await stage.replies()).toMatchObject([{ state: 'published' }]);
});

test('what waits there can still be taken back', async () => {
  const { id } = await stage.reply();
  await pause('paused');
  await stage.pass(60);
  expect(await undoReply(stage.house, stage.actor, id)).toMatchObject({ state: 'draft' });
  expect(await stage.jobs()).toEqual([]);
});

test('nor does a system get answers to publish', async () => {
  expect(await repliesToFetch(stage.house, stage.channelId, 10)).toEqual([]);
  await pause('paused');
  await expect(repliesToFetch(stage.house, stage.channelId, 10)).rejects.toMatchObject({ status: 503 });
});
