import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PublishError, type PublishFailureKind } from '../connectors/connector.ts';
import { schedule } from '../jobs/jobs.queries.ts';
import { checkReply, discardReply, markAnswered, retryReply, undoReply } from './decide-reply.ts';
import { BODY, openStage, type Stage } from './replies.suite.ts';
import { lookJob } from './reply-jobs.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const refusedWith = (code: string, status: number) => expect.objectContaining({ code, status });
const throwing =
  (kind: PublishFailureKind, detail = 'no', retryAfterMs?: number) =>
  async () => {
    throw new PublishError(kind, detail, retryAfterMs);
  };
const only = async () => (await stage.replies())[0];

describe('a platform that certainly did not take it', () => {
  test('gets it again later, after a look, and the text is never lost', async () => {
    stage.script.publish = throwing('retry', '429');
    await stage.reply();
    await stage.pass(10);
    expect(await only()).toMatchObject({ state: 'queued', attempts: 1, failureKind: 'retry', failureDetail: '429' });
    stage.script.publish = async () => stage.published;
    await stage.pass(4);
    expect(stage.script.sent).toHaveLength(1);
    await stage.pass(1);
    expect(await only()).toMatchObject({ state: 'published', attempts: 2, failureKind: null });
    expect(stage.script.looks).toBe(1);
  });

  test('is given the time it asks for', async () => {
    stage.script.publish = throwing('retry', '429', 60_000);
    await stage.reply();
    await stage.pass(10);
    await stage.pass(59);
    expect(stage.script.sent).toHaveLength(1);
    await stage.pass(1);
    expect(stage.script.sent).toHaveLength(2);
  });

  test('is asked a limited number of times, then people decide', async () => {
    stage.script.publish = throwing('retry', '503');
    const { id } = await stage.reply();
    for (let i = 0; i < 60; i += 1) await stage.pass(60);
    expect(stage.script.sent).toHaveLength(10);
    expect(await only()).toMatchObject({ state: 'failed', failureKind: 'retry', openFor: null });
    expect(await stage.thread()).toMatchObject({ status: 'open', replyState: 'failed' });

    stage.script.publish = async () => stage.published;
    expect(await retryReply(stage.house, stage.actor, id)).toMatchObject({ state: 'queued' });
    await stage.pass(0);
    expect(await only()).toMatchObject({ state: 'published' });
  });

  test('can still be taken back between two attempts', async () => {
    stage.script.publish = throwing('retry');
    const { id } = await stage.reply();
    await stage.pass(10);
    expect(await undoReply(stage.house, stage.actor, id)).toMatchObject({ state: 'draft' });
    await stage.pass(3600);
    expect(stage.script.sent).toHaveLength(1);
  });
});

test.each(['rejected', 'reauthorise'] as const)(
  '%s: it fails at once with the reason, and may be given up',
  async (kind) => {
    stage.script.publish = throwing(kind, 'comments are closed');
    const { id } = await stage.reply();
    await stage.pass(10);
    expect(await only()).toMatchObject({ state: 'failed', failureKind: kind, failureDetail: 'comments are closed' });
    expect(await discardReply(stage.house, stage.actor, id)).toMatchObject({ state: 'draft', failure: null });
    expect(await stage.thread()).toMatchObject({ status: 'open', replyState: null });
    expect((await stage.facts()).slice(-2)).toEqual(['reply.failed', 'reply.discarded']);
  },
);

describe('an unconfirmed answer', () => {
  const lose = async () => {
    stage.script.publish = throwing('unconfirmed', '500');
    const reply = await stage.reply();
    await stage.pass(10);
    expect(await only()).toMatchObject({ state: 'unconfirmed', failureKind: 'unconfirmed' });
    return reply;
  };

  test('is found: it counts from the moment it was sent, and nothing is sent again', async () => {
    await lose();
    stage.script.findPublished = async () => stage.published;
    await stage.pass(2);
    expect(await only()).toMatchObject({ state: 'published', externalId: 'a1', failureKind: null });
    expect((await only())?.publishedAt?.toISOString()).toBe('2026-03-05T13:00:10.000Z');
    expect(stage.script.sent).toHaveLength(1);
    expect(await stage.thread()).toMatchObject({ status: 'waiting', replyState: null });
  });

  test('shows up late in the settle window', async () => {
    await lose();
    for (const seconds of [2, 8, 20, 30]) await stage.pass(seconds);
    expect(await only()).toMatchObject({ state: 'unconfirmed' });
    expect(stage.script.looks).toBe(4);
    stage.script.findPublished = async () => ({ ...stage.published, state: 'accepted' });
    await stage.pass(30);
    expect(await only()).toMatchObject({ state: 'accepted' });
  });

  test('that stays absent is handed to a person, and is looked for once more before it is sent again', async () => {
    const { id } = await lose();
    for (const seconds of [30, 30, 29]) await stage.pass(seconds);
    expect(await only()).toMatchObject({ state: 'unconfirmed' });
    await stage.pass(1);
    expect(await only()).toMatchObject({ state: 'failed', failureKind: 'absent' });
    await stage.pass(3600);
    expect(stage.script.sent).toHaveLength(1);

    stage.script.findPublished = async () => stage.published;
    await retryReply(stage.house, stage.actor, id);
    await stage.pass(0);
    expect(await only()).toMatchObject({ state: 'published' });
    expect(stage.script.sent).toHaveLength(1);
  });

  test('has a settle window of its own, whatever an earlier look has left behind', async () => {
    const { id } = await lose();
    for (const seconds of [30, 30, 30]) await stage.pass(seconds);
    const now = stage.house.clock.now();
    // Asked for by a person while the look ran that said "absent", by a worker that then died.
    await stage.house.database.transaction(async (tx) => {
      const left = lookJob({ id, channelId: stage.channelId }, new Date(0), new Date(now.getTime() + 3000));
      await schedule(tx, { ...left, payload: { ...left.payload, absent: 5 } });
    });
    await retryReply(stage.house, stage.actor, id);
    await stage.pass(0);
    expect(await only()).toMatchObject({ state: 'unconfirmed', attempts: 2 });
    await stage.pass(4);
    expect(await only()).toMatchObject({ state: 'unconfirmed' });
  });

  test('that was given up and is written again is looked for before it is sent', async () => {
    const { id } = await lose();
    for (const seconds of [30, 30, 30]) await stage.pass(seconds);
    await discardReply(stage.house, stage.actor, id);
    stage.script.findPublished = async () => stage.published;
    const again = await stage.reply({ idempotencyKey: 'key-of-another-editor' });
    await stage.pass(10);
    expect(stage.script.sent).toHaveLength(1);
    const rows = new Map((await stage.replies()).map((row) => [row.id, row]));
    expect(rows.get(again.id)).toMatchObject({ state: 'published', externalId: 'a1' });
    expect(rows.get(id)).toMatchObject({ state: 'draft' });
  });

  test('that was given up does not hold other words up', async () => {
    const { id } = await lose();
    for (const seconds of [30, 30, 30]) await stage.pass(seconds);
    await discardReply(stage.house, stage.actor, id);
    const { looks } = stage.script;
    stage.script.publish = async () => stage.published;
    await stage.reply({ idempotencyKey: 'key-of-another-editor', body: 'Das war unser Fehler.' });
    await stage.pass(10);
    expect(stage.script.sent).toHaveLength(2);
    expect(stage.script.looks).toBe(looks);
  });

  test('is not called absent by one reading, however late', async () => {
    await lose();
    stage.house.clock.forward(80_000);
    await stage.pass(100);
    expect(stage.script.looks).toBe(1);
    expect(await only()).toMatchObject({ state: 'unconfirmed' });
    await stage.pass(60);
    expect(await only()).toMatchObject({ state: 'failed', failureKind: 'absent' });
  });

  test('stays unconfirmed while the platform cannot be asked, and people can look again', async () => {
    const { id } = await lose();
    stage.script.findPublished = async () => Promise.reject(new Error('connection refused'));
    for (let i = 0; i < 30; i += 1) await stage.pass(3600);
    expect(await only()).toMatchObject({ state: 'unconfirmed' });
    expect(await stage.jobs()).toEqual([]);
    stage.script.findPublished = async () => stage.published;
    await checkReply(stage.house, stage.actor, id);
    await stage.pass(0);
    expect(await only()).toMatchObject({ state: 'published' });
    expect(stage.script.sent).toHaveLength(1);
  });

  test('cannot be sent again by a click while the platform can be asked', async () => {
    const { id } = await lose();
    await expect(retryReply(stage.house, stage.actor, id)).rejects.toEqual(refusedWith('reply.wrong_state', 409));
    await expect(stage.reply({ idempotencyKey: 'another-editor' })).rejects.toEqual(
      refusedWith('reply.already_open', 409),
    );
  });

  test('on a platform that cannot be asked, a person decides either way', async () => {
    delete stage.script.findPublished;
    const { id } = await lose();
    await stage.pass(3600);
    expect(await only()).toMatchObject({ state: 'unconfirmed' });
    stage.script.publish = throwing('unconfirmed', '500 again');
    await retryReply(stage.house, stage.actor, id);
    await stage.pass(0);
    expect(stage.script.sent).toHaveLength(2);
    expect(await only()).toMatchObject({ state: 'unconfirmed', attempts: 2 });
    const url = 'https://platform.example/a2';
    expect(await markAnswered(stage.house, stage.actor, id, url)).toMatchObject({ state: 'published', url });
    expect(await stage.thread()).toMatchObject({ status: 'waiting' });
  });

  test('comes from whatever a connector throws', async () => {
    stage.script.publish = async () => Promise.reject(new TypeError('fetch failed'));
    await stage.reply();
    await stage.pass(10);
    expect(await only()).toMatchObject({ state: 'unconfirmed', failureDetail: 'TypeError: fetch failed' });
  });
});

test('a channel that was disconnected while the answer was held fails it with words', async () => {
  await stage.reply();
  await stage.house.database.transaction(async (tx) => {
    await tx.update(tx.tables.channels).set({ removedAt: stage.house.clock.now() });
  });
  await stage.pass(10);
  expect(await only()).toMatchObject({ state: 'failed', failureDetail: 'the channel is disconnected' });
});

test('a comment that was removed while the answer was held gets no answer', async () => {
  await stage.reply();
  await stage.house.database.transaction(async (tx) => {
    await tx.update(tx.tables.comments).set({ removedAt: stage.house.clock.now() });
  });
  await stage.pass(10);
  expect(stage.script.sent).toEqual([]);
  expect(await only()).toMatchObject({ state: 'failed', failureDetail: 'the comment was removed' });
});

test('an answer of somebody who was shut out while it was held is not sent', async () => {
  await stage.reply();
  await stage.house.database.transaction(async (tx) => {
    await tx.update(tx.tables.people).set({ active: false });
  });
  await stage.pass(10);
  expect(stage.script.sent).toEqual([]);
  expect(await only()).toMatchObject({ state: 'failed', body: BODY });
});

test('nor is one of somebody who does not belong to the channel any more', async () => {
  await stage.reply();
  await stage.house.database.transaction(async (tx) => {
    await tx.delete(tx.tables.memberships);
  });
  await stage.pass(10);
  expect(stage.script.sent).toEqual([]);
  expect(await only()).toMatchObject({ state: 'failed', failureDetail: expect.stringContaining('belong') });
});

test('an answer by hand is copied, posted elsewhere and marked as answered', async () => {
  stage.script.can = { ...stage.script.can, reply: 'hand-off' };
  stage.script.handOff = (reply) => ({ openUrl: `https://blog.example/#${reply.comment.externalId}` });
  const reply = await stage.reply();
  expect(reply).toMatchObject({ state: 'by-hand', openUrl: 'https://blog.example/#c1', holdUntil: null });
  await stage.pass(3600);
  expect(await stage.thread()).toMatchObject({ status: 'open', replyState: 'by-hand' });
  await markAnswered(stage.house, stage.actor, reply.id, null);
  expect(await stage.thread()).toMatchObject({ status: 'waiting', replyState: null });
  expect(stage.script.sent).toEqual([]);
});

test('nobody decides about answers of channels that they do not belong to', async () => {
  const { id } = await stage.reply();
  const stranger = { ...stage.actor, channels: ['another'] };
  for (const deed of [undoReply, retryReply, discardReply, checkReply]) {
    await expect(deed(stage.house, stranger, id)).rejects.toEqual(refusedWith('not_found', 404));
  }
  await expect(markAnswered(stage.house, stranger, id, null)).rejects.toEqual(refusedWith('not_found', 404));
});
