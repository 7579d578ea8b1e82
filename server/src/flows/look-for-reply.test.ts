import { afterEach, beforeEach, expect, test } from 'vitest';
import { PublishError } from '../connectors/connector.ts';
import { openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  stage.script.publish = async () => Promise.reject(new PublishError('unconfirmed', '500'));
  await stage.reply();
  await stage.pass(10);
});
afterEach(() => stage.close());

const only = async () => (await stage.replies())[0];
const seconds = async (count: number) => {
  for (let i = 0; i < count; i += 1) await stage.pass(1);
};

test('a platform that stumbles when the settle window ends is asked again: a person knows within three minutes', async () => {
  stage.script.findPublished = async () => Promise.reject(new Error('connection reset'));
  await seconds(110);
  expect(await only()).toMatchObject({ state: 'unconfirmed' });
  stage.script.findPublished = async () => 'absent';
  await seconds(70);
  expect(await only()).toMatchObject({ state: 'failed', failureKind: 'absent' });
});

test('one that stays away is not asked more often than once a minute in the end', async () => {
  stage.script.findPublished = async () => Promise.reject(new Error('connection reset'));
  await seconds(181);
  const { looks } = stage.script;
  await seconds(300);
  expect(stage.script.looks - looks).toBe(5);
  expect(await only()).toMatchObject({ state: 'unconfirmed' });
});
