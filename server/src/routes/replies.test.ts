import { Reply } from '@stammgast/shared/contract/replies';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, type Stage } from '../flows/replies.suite.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { registerReplyRoutes } from './replies.ts';

let stage: Stage;
let app: TestApp;
beforeEach(async () => {
  stage = await openStage();
  app = await openTestApp(registerReplyRoutes, { house: stage.house });
});
afterEach(() => app.close());

test('an answer is written, taken back, written again and published', async () => {
  const browser = await app.browserOf('agent', [stage.channelId]);
  const create = (more: object = {}) =>
    browser.call('POST', `/api/threads/${stage.threadId}/replies`, {
      commentId: stage.commentId,
      body: '  Das tut uns leid.  ',
      idempotencyKey: 'editor-0001',
      ...more,
    });
  const first = await create();
  expect(first.statusCode).toBe(200);
  const reply = Reply.parse(first.json());
  expect(reply).toMatchObject({ state: 'queued', body: 'Das tut uns leid.' });

  const clash = await create({ idempotencyKey: 'editor-0002' });
  expect([clash.statusCode, clash.json()]).toMatchObject([
    409,
    { code: 'reply.already_open', context: { replyId: reply.id } },
  ]);
  const undone = await browser.call('POST', `/api/replies/${reply.id}/undo`);
  expect(undone.json()).toMatchObject({ state: 'draft' });

  expect((await create({ idempotencyKey: 'editor-0003' })).statusCode).toBe(200);
  await stage.pass(10);
  expect((await create({ idempotencyKey: 'editor-0003' })).json()).toMatchObject({ state: 'published' });
  expect(stage.script.sent).toHaveLength(1);
});

test('every deed refuses the wrong state and the wrong person', async () => {
  const browser = await app.browserOf('agent', [stage.channelId]);
  const stranger = await app.browserOf('agent', []);
  const { id } = await stage.reply();
  await stage.pass(10);
  for (const deed of ['undo', 'retry', 'discard', 'check', 'answered']) {
    const url = `/api/replies/${id}/${deed}`;
    const body = deed === 'answered' ? {} : undefined;
    expect((await browser.call('POST', url, body)).statusCode, deed).toBe(409);
    expect((await stranger.call('POST', url, body)).statusCode, deed).toBe(404);
  }
});

test('an empty text never gets in', async () => {
  const browser = await app.browserOf('agent', [stage.channelId]);
  const body = { commentId: stage.commentId, body: '   ', idempotencyKey: 'editor-0001' };
  const answer = await browser.call('POST', `/api/threads/${stage.threadId}/replies`, body);
  expect(answer.statusCode).toBe(400);
});
