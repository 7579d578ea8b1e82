import { afterEach, beforeEach, expect, test } from 'vitest';
import { listRecentAnswers } from './read-answers.ts';
import { openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

test('the public answers of a channel are told to who belongs to it, newest first, held ones not', async () => {
  for (const [index, body] of ['Erste Antwort', 'Zweite Antwort', 'Gehalten'].entries()) {
    await stage.reply({ body, idempotencyKey: `key-of-${index}`, second: true, confirmed: ['third-reply'] });
    if (body !== 'Gehalten') await stage.pass(10);
  }
  const { house, actor, channelId } = stage;
  expect(await listRecentAnswers(house, actor, channelId)).toEqual({ answers: ['Zweite Antwort', 'Erste Antwort'] });
  const stranger = { ...actor, channels: ['another'] };
  await expect(listRecentAnswers(house, stranger, channelId)).rejects.toMatchObject({ status: 404 });
  await expect(listRecentAnswers(house, { ...actor, channels: 'all' }, 'none')).rejects.toMatchObject({ status: 404 });
});
