import { afterEach, beforeEach, expect, test } from 'vitest';
import { PublishError } from '../connectors/connector.ts';
import { confirmByEcho, type OwnComment } from './confirm-by-echo.ts';
import { retryReply } from './decide-reply.ts';
import { BODY, openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const only = async () => (await stage.replies())[0];
const echo = (more: Partial<OwnComment> = {}) =>
  stage.house.database.transaction((tx) =>
    confirmByEcho(stage.house, tx, {
      channelId: stage.channelId,
      externalId: 'e7',
      parentExternalId: 'c1',
      body: `@gast  ${BODY.replace(' ', '\n')}`,
      postedAt: stage.house.clock.now(),
      url: 'https://platform.example/e7',
      visibility: 'public',
      ...more,
    }),
  );
const lose = async () => {
  stage.script.publish = async () => Promise.reject(new PublishError('unconfirmed', '500'));
  const reply = await stage.reply();
  await stage.pass(10);
  return reply;
};

test('the echo of an unconfirmed answer proves that it is public', async () => {
  const { id } = await lose();
  stage.house.clock.forward(1000);
  const confirmed = await echo();
  expect(confirmed).toMatchObject({ replyId: id, facts: [{ kind: 'reply.published' }] });
  expect(await only()).toMatchObject({ state: 'published', externalId: 'e7', url: 'https://platform.example/e7' });
  expect(await stage.thread()).toMatchObject({ status: 'waiting', replyState: null });
  expect(await echo()).toEqual({ replyId: id, facts: [] });
  await stage.pass(3600);
  expect(stage.script.sent).toHaveLength(1);
});

test('an echo in moderation says accepted, and published when it is released', async () => {
  await lose();
  await echo({ visibility: 'held' });
  expect(await only()).toMatchObject({ state: 'accepted', externalId: 'e7' });
  await echo();
  expect(await only()).toMatchObject({ state: 'published' });
});

test('the echo of an answer that waits to be sent again stops the second attempt', async () => {
  const { id } = await lose();
  for (let i = 0; i < 10; i += 1) await stage.pass(10);
  expect(await only()).toMatchObject({ state: 'failed', failureKind: 'absent' });
  await retryReply(stage.house, stage.actor, id);
  await echo();
  expect(await only()).toMatchObject({ state: 'published' });
  expect(await stage.jobs()).toEqual([]);
});

test('the echo of a published answer is linked by its id', async () => {
  const { id } = await stage.reply();
  await stage.pass(10);
  expect(await echo({ externalId: 'a1', body: 'edited on the platform' })).toEqual({ replyId: id, facts: [] });
});

test('a held answer, or a published one under its own id, cannot be proven by another comment', async () => {
  await stage.reply();
  expect(await echo()).toBeNull();
  await stage.pass(10);
  expect(await echo({ externalId: 'e8' })).toBeNull();
});

test('other words, another parent, another channel or an older comment are no proof', async () => {
  await lose();
  expect(await echo({ body: 'Etwas anderes' })).toBeNull();
  expect(await echo({ parentExternalId: 'c9' })).toBeNull();
  expect(await echo({ parentExternalId: null })).toBeNull();
  expect(await echo({ channelId: 'another' })).toBeNull();
  expect(await echo({ postedAt: new Date('2026-03-05T12:50:00Z') })).toBeNull();
  expect(await only()).toMatchObject({ state: 'unconfirmed' });
});
