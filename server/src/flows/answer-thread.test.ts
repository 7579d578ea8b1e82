import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { undoReply } from './decide-reply.ts';
import { BODY, openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const refusedWith = (code: string, status: number) => expect.objectContaining({ code, status });

test('an answer is held for the undo time, then published once; the thread waits and the promise is kept', async () => {
  const reply = await stage.reply();
  expect(reply).toMatchObject({ state: 'queued', body: BODY, personName: 'Anna agent', attempts: 0 });
  expect(reply.holdUntil).toBe('2026-03-05T13:00:10.000Z');
  expect(await stage.thread()).toMatchObject({ replyState: 'queued', status: 'open' });

  await stage.pass(9);
  expect(stage.script.sent).toHaveLength(0);
  await stage.pass(1);
  expect(stage.script.sent).toMatchObject([{ id: reply.id, body: BODY, comment: { externalId: 'c1' } }]);
  expect(await stage.replies()).toMatchObject([
    { state: 'published', externalId: 'a1', url: 'https://platform.example/a1', attempts: 1, openFor: null },
  ]);
  expect(await stage.thread()).toMatchObject({ replyState: null, status: 'waiting' });
  const first = (await stage.clocks()).find((clock) => clock.kind === 'first');
  expect(first?.metAt?.toISOString()).toBe('2026-03-05T13:00:10.000Z');
  expect(await stage.facts()).toEqual(['comment.received', 'reply.queued', 'reply.publishing', 'reply.published']);
  expect(await stage.jobs()).toEqual([]);
  await stage.pass(3600);
  expect(stage.script.sent).toHaveLength(1);
});

test('an answer may resolve its thread once it is public', async () => {
  await stage.reply({ resolve: true });
  expect(await stage.thread()).toMatchObject({ status: 'open' });
  await stage.pass(10);
  expect(await stage.thread()).toMatchObject({
    status: 'resolved',
    resolvedReason: 'answered',
    resolvedBy: stage.actor.personId,
    dueAt: null,
  });
  expect((await stage.facts()).slice(-2)).toEqual(['reply.published', 'thread.resolved']);
  expect((await stage.clocks()).every((clock) => clock.metAt !== null)).toBe(true);
});

test('who spoke while the answer was held still waits for theirs', async () => {
  await stage.reply({ resolve: true });
  stage.house.clock.forward(5000);
  await stage.say('c2', { parent: 'c1', body: 'Und das Zimmer war schmutzig.' });
  await stage.pass(5);
  expect(await stage.thread()).toMatchObject({ status: 'open', replyState: null, dueKind: 'next' });
});

describe('the same key', () => {
  test('gives the same answer, also at the same moment', async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, () => stage.reply()));
    expect(new Set(replies.map((reply) => reply.id)).size).toBe(1);
    expect(await stage.replies()).toHaveLength(1);
    await stage.pass(10);
    expect(await stage.reply()).toMatchObject({ id: replies[0]?.id, state: 'published' });
    await stage.pass(10);
    expect(stage.script.sent).toHaveLength(1);
  });

  test('with another text is refused', async () => {
    await stage.reply();
    await expect(stage.reply({ body: 'Etwas anderes' })).rejects.toEqual(refusedWith('conflict.idempotency', 409));
  });
});

test('of two people who answer at once, one is told of the other answer', async () => {
  const results = await Promise.allSettled(
    ['key-of-editor-1', 'key-of-editor-2'].map((idempotencyKey) => stage.reply({ idempotencyKey })),
  );
  const won = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value.id] : []));
  const lost = results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : []));
  expect(won).toHaveLength(1);
  expect(lost).toEqual([expect.objectContaining({ code: 'reply.already_open', context: { replyId: won[0] } })]);
});

describe('refused are', () => {
  test('threads of channels that the person does not belong to, as if they did not exist', async () => {
    const stranger = { ...stage, actor: { ...stage.actor, channels: ['another'] } };
    const { answerThread } = await import('./answer-thread.ts');
    const foreign = answerThread(stage.house, stranger.actor, stage.threadId, stage.answer);
    await expect(foreign).rejects.toEqual(refusedWith('not_found', 404));
    const missing = answerThread(stage.house, stage.actor, 'none', stage.answer);
    await expect(missing).rejects.toEqual(refusedWith('not_found', 404));
    expect(await stage.replies()).toEqual([]);
  });

  test('comments that are gone or belong elsewhere', async () => {
    await expect(stage.reply({ commentId: 'none' })).rejects.toEqual(refusedWith('reply.comment_gone', 409));
  });

  test('texts longer than the platform takes, counted as people count', async () => {
    await expect(stage.reply({ body: 'ü'.repeat(501) })).rejects.toEqual(refusedWith('reply.too_long', 422));
    expect(await stage.reply({ body: '🥐'.repeat(500) })).toMatchObject({ state: 'queued' });
  });

  test('channels that take no answers', async () => {
    stage.script.can = { ...stage.script.can, reply: 'none' };
    await expect(stage.reply()).rejects.toEqual(refusedWith('reply.not_supported', 422));
  });
});

describe('undo', () => {
  test('inside the hold nothing is ever sent and the text stays as a draft', async () => {
    const { id } = await stage.reply();
    await stage.pass(9);
    expect(await undoReply(stage.house, stage.actor, id)).toMatchObject({
      state: 'draft',
      body: BODY,
      holdUntil: null,
    });
    await stage.pass(3600);
    expect(stage.script.sent).toEqual([]);
    expect(await stage.thread()).toMatchObject({ replyState: null, status: 'open' });
    expect(await stage.facts()).toContain('reply.withdrawn');
    expect(await stage.reply({ idempotencyKey: 'the-next-editor' })).toMatchObject({ state: 'queued' });
  });

  test('is too late once it is public', async () => {
    const { id } = await stage.reply();
    await stage.pass(10);
    await expect(undoReply(stage.house, stage.actor, id)).rejects.toEqual(refusedWith('reply.not_undoable', 409));
  });

  test('and the worker at the same moment: exactly one of them wins', async () => {
    const { id } = await stage.reply();
    const [undone] = await Promise.allSettled([undoReply(stage.house, stage.actor, id), stage.pass(10)]);
    const [reply] = await stage.replies();
    expect(reply?.state).toBe(undone?.status === 'fulfilled' ? 'draft' : 'published');
    expect(stage.script.sent).toHaveLength(undone?.status === 'fulfilled' ? 0 : 1);
  });
});

describe('in a demo', () => {
  test('everything is played inside the house', async () => {
    const demo = await openStage({ demo: true, connectors: new Map() }, { demo: true });
    await demo.reply();
    await demo.pass(10);
    expect(await demo.replies()).toMatchObject([{ state: 'published', url: null }]);
    expect(await demo.thread()).toMatchObject({ status: 'waiting' });
    await demo.close();
  });

  test('a demo channel beside real ones has no way out either', async () => {
    const mixed = await openStage({}, { demo: true });
    await mixed.reply();
    await mixed.pass(10);
    expect(await mixed.replies()).toMatchObject([{ state: 'published', url: null }]);
    expect(mixed.script.sent).toEqual([]);
    await mixed.close();
  });
});
