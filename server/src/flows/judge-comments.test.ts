import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { says } from '../testing/said.ts';
import { moderateComment, type Verdict } from './judge-comments.ts';
import { receiveComments } from './receive-comments.ts';
import { openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
let asked: Verdict[];
beforeEach(async () => {
  asked = [];
  stage = await openStage();
  stage.script.can = { ...stage.script.can, moderate: ['approve', 'hold', 'spam'] };
  stage.script.moderate = async (_, verdict) => void asked.push(verdict);
});
afterEach(() => stage.close());

const judge = (verdict: Verdict, commentId = stage.commentId) =>
  moderateComment(stage.house, stage.actor, commentId, verdict);
const receive = (visibility: 'public' | 'spam', history = false) =>
  receiveComments(
    stage.house,
    { id: stage.channelId, language: null },
    [says('s1', { visibility, version: null, postedAt: new Date('2026-03-01T12:00:00Z') })],
    { history },
  );
const threadOf = async (externalId: string) => {
  const db = stage.house.database.reader;
  const comment = (await db.select().from(db.tables.comments)).find((c) => c.externalId === externalId);
  const thread = (await db.select().from(db.tables.threads)).find((t) => t.id === comment?.threadId);
  if (!comment || !thread) throw new Error('the comment is not there');
  return { comment, thread };
};
const due = async () => (await stage.thread())?.dueAt?.getTime() ?? null;

describe('moderation', () => {
  test('spam leaves the queue at once, and its promise stops', async () => {
    expect(await judge('spam')).toMatchObject({ visibility: 'spam' });
    expect(asked).toEqual(['spam']);
    expect(await stage.thread()).toMatchObject({ status: 'resolved', resolvedReason: 'spam', dueAt: null });
  });

  test('released again it waits for an answer, and the promise goes on where it stopped', async () => {
    const before = await due();
    await judge('spam');
    stage.house.clock.forward(60_000);
    await judge('approve');
    expect(await stage.thread()).toMatchObject({ status: 'open', resolvedReason: null, dueKind: 'first' });
    expect(await due()).toBe((before ?? 0) + 60_000);
  });

  test('holding a comment changes nothing about its thread', async () => {
    const before = await due();
    expect(await judge('hold')).toMatchObject({ visibility: 'held' });
    expect(await stage.thread()).toMatchObject({ status: 'open' });
    expect(await due()).toBe(before);
  });
});

describe('what the platform took for spam', () => {
  test('gets its promise when it is released, from then on', async () => {
    await receive('spam');
    expect((await threadOf('s1')).thread).toMatchObject({ status: 'resolved', resolvedReason: 'spam', dueAt: null });
    await receive('public');
    const { thread } = await threadOf('s1');
    expect(thread).toMatchObject({ status: 'open', dueKind: 'first', dueStartedAt: stage.house.clock.now() });
  });

  test('released by one of us it is the same', async () => {
    await receive('spam');
    await judge('approve', (await threadOf('s1')).comment.id);
    expect((await threadOf('s1')).thread).toMatchObject({ status: 'open', dueKind: 'first' });
  });

  test('and is read in as history gets none', async () => {
    await receive('spam', true);
    await receive('public', true);
    expect((await threadOf('s1')).thread).toMatchObject({ dueAt: null });
  });
});

test('a removal that is taken back lets the promise go on', async () => {
  const before = await due();
  const remove = (version: number) =>
    receiveComments(
      stage.house,
      { id: stage.channelId, language: null },
      [{ kind: 'removed', externalId: 'c1', at: stage.house.clock.now(), version }],
      { history: false },
    );
  await remove(0);
  expect(await due()).toBeNull();
  stage.house.clock.forward(60_000);
  await stage.say('c1');
  expect(await due()).toBe((before ?? 0) + 60_000);
});
