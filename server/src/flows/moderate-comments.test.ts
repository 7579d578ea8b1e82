import type { Verdict } from '@stammgast/shared/domain/moderation';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ChannelError } from '../connectors/connector.ts';
import { addTestPerson } from '../testing/cast.ts';
import { says } from '../testing/said.ts';
import { decideModeration, listModerations, moderateComment, withdrawModeration } from './moderate-comments.ts';
import { readThread } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
let asked: string[];
let lead: Actor;
beforeEach(async () => {
  asked = [];
  stage = await openStage();
  stage.script.can = { ...stage.script.can, acts: ['approve', 'hold', 'spam', 'hide', 'unhide'] };
  stage.script.act = async (_, act) => {
    asked.push(act);
    return { likes: null };
  };
  const personId = await addTestPerson(stage.house, 'lead', [stage.channelId]);
  lead = { personId, role: 'lead', channels: [stage.channelId] };
});
afterEach(() => stage.close());

const insult = { reason: 'insult' } as const;
const judge = (verdict: Verdict, more: { reason?: 'insult' | 'spam' | 'other'; remark?: string } = {}) =>
  moderateComment(stage.house, stage.actor, stage.commentId, { verdict, ...more });
const longAgo = new Date('2026-03-01T12:00:00Z');
const receive = (visibility: 'public' | 'spam' | 'held', history = false, postedAt = longAgo) =>
  receiveComments(
    stage.house,
    { id: stage.channelId, language: null },
    [says('s1', { visibility, version: null, postedAt })],
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

describe('a clear case', () => {
  test('leaves the queue at once, and its promise stops', async () => {
    expect(await judge('hide', insult)).toMatchObject({ comment: { visibility: 'hidden' }, request: null });
    expect(asked).toEqual(['hide']);
    expect(await stage.thread()).toMatchObject({ status: 'resolved', resolvedReason: 'hidden', dueAt: null });
    const { moderations } = await readThread(stage.house, stage.actor, stage.threadId);
    expect(moderations).toMatchObject([{ reason: 'insult', decision: 'approved', decidedBy: stage.actor.personId }]);
  });

  test.each([
    ['hide', 'unhide'],
    ['hold', 'approve'],
    ['spam', 'approve'],
  ] as const)('%s, taken back by %s: the promise goes on where it stopped', async (away, back) => {
    const before = await due();
    await judge(away, insult);
    expect(await due()).toBeNull();
    stage.house.clock.forward(60_000);
    await judge(back);
    expect(await stage.thread()).toMatchObject({ status: 'open', resolvedReason: null, dueKind: 'first' });
    expect(await due()).toBe((before ?? 0) + 60_000);
  });

  test('needs a reason, and another reason its words; nothing happens without', async () => {
    const refused = { code: 'moderation.reason_needed', status: 422 };
    await expect(judge('hide')).rejects.toMatchObject(refused);
    await expect(judge('hold')).rejects.toMatchObject(refused);
    await expect(judge('hide', { reason: 'other' })).rejects.toMatchObject(refused);
    expect(asked).toEqual([]);
  });

  test('only what the channel can', async () => {
    stage.script.can = { ...stage.script.can, acts: ['approve'] };
    await expect(judge('hide', insult)).rejects.toMatchObject({ code: 'channel.not_manageable' });
  });
});

describe('criticism', () => {
  const ask = async () => {
    const { comment, request } = await judge('hide', { reason: 'other', remark: 'Passt uns nicht.' });
    if (!request) throw new Error('nobody was asked');
    expect(comment.visibility).toBe('public');
    return request.id;
  };
  const decide = (id: string, decision: 'approved' | 'rejected', actor = lead, remark?: string) =>
    decideModeration(stage.house, actor, id, { decision, remark });

  test.each(['hide', 'hold', 'spam'] as const)('%s waits for a second person and stays public', async (verdict) => {
    const { comment, request } = await judge(verdict, { reason: 'spam' });
    expect(comment.visibility).toBe('public');
    expect(request).toMatchObject({ verdict, decision: null, requestedBy: stage.actor.personId });
    expect(asked).toEqual([]);
    expect(await due()).not.toBeNull();
    expect(await stage.facts()).toContain('moderation.asked');
    const { waiting } = await listModerations(stage.house, lead);
    expect(waiting).toMatchObject([{ threadId: stage.threadId, moderation: { id: request?.id } }]);
  });

  test('is hidden when somebody else agrees, and both are on record', async () => {
    const id = await ask();
    expect(await decide(id, 'approved')).toMatchObject({ decision: 'approved', decidedBy: lead.personId });
    expect(asked).toEqual(['hide']);
    expect(await stage.thread()).toMatchObject({ status: 'resolved', resolvedReason: 'hidden' });
    expect(await stage.facts()).toEqual(expect.arrayContaining(['moderation.decided', 'comment.moderated']));
    expect((await listModerations(stage.house, lead)).waiting).toEqual([]);
  });

  test('nobody agrees with themselves, whatever their role', async () => {
    const own = { ...stage.actor, role: 'admin' as const };
    const id = await ask();
    await expect(decide(id, 'approved', own)).rejects.toMatchObject({ code: 'moderation.second_person' });
    expect(asked).toEqual([]);
  });

  test('a rejection says why, and the comment stays', async () => {
    const id = await ask();
    await expect(decide(id, 'rejected')).rejects.toMatchObject({ code: 'moderation.reason_needed' });
    expect(await decide(id, 'rejected', lead, 'Das ist Kritik.')).toMatchObject({ decisionRemark: 'Das ist Kritik.' });
    await expect(decide(id, 'approved')).rejects.toMatchObject({ code: 'moderation.wrong_state' });
    expect(asked).toEqual([]);
  });

  test('one request at a time; who asked may take it back, nobody else', async () => {
    const id = await ask();
    await expect(judge('spam')).rejects.toMatchObject({ code: 'moderation.second_person' });
    await expect(withdrawModeration(stage.house, lead, id)).rejects.toMatchObject({ code: 'moderation.wrong_state' });
    await withdrawModeration(stage.house, stage.actor, id);
    await expect(decide(id, 'approved')).rejects.toMatchObject({ code: 'moderation.wrong_state' });
    await ask();
  });

  test('a decision that the platform refuses is none: the request waits on', async () => {
    const id = await ask();
    stage.script.act = async () => {
      throw new ChannelError('channel.no_rights', 'no', { unsent: true });
    };
    await expect(decide(id, 'approved')).rejects.toMatchObject({ code: 'channel.no_rights' });
    expect((await listModerations(stage.house, lead)).waiting).toMatchObject([{ moderation: { id, decision: null } }]);
    expect((await threadOf('c1')).comment.unsettledAct).toBeNull();
  });

  test('on a foreign channel nobody is asked and nobody decides', async () => {
    const id = await ask();
    const stranger: Actor = { personId: await addTestPerson(stage.house, 'lead'), role: 'lead', channels: [] };
    await expect(decide(id, 'approved', stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(withdrawModeration(stage.house, stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await listModerations(stage.house, stranger)).waiting).toEqual([]);
  });
});

describe('what the platform took for spam', () => {
  test('gets its promise when it is released, from then on', async () => {
    await receive('spam');
    const { comment, thread } = await threadOf('s1');
    expect(thread).toMatchObject({ status: 'resolved', resolvedReason: 'spam', dueAt: null });

    stage.house.clock.forward(60_000);
    await moderateComment(stage.house, stage.actor, comment.id, { verdict: 'approve' });
    const released = (await threadOf('s1')).thread;
    expect(released).toMatchObject({ status: 'open', dueKind: 'first' });
    expect(released.dueStartedAt?.toISOString()).toBe('2026-03-05T13:01:00.000Z');
  });

  test('has a promise again although the connector’s next read finds nothing new', async () => {
    await receive('spam');
    const { comment } = await threadOf('s1');
    await moderateComment(stage.house, stage.actor, comment.id, { verdict: 'approve' });
    await receive('public');
    const { thread } = await threadOf('s1');
    expect(thread.status).toBe('open');
    expect(thread.dueAt).not.toBeNull();
  });

  test('read as history it goes back to the archive’s rules: no promise begins by a read', async () => {
    await receive('spam', true);
    await receive('public', true);
    const { thread } = await threadOf('s1');
    expect(thread).toMatchObject({ status: 'open', dueAt: null });
  });
});

describe('what the platform hides by itself', () => {
  test('a public comment that is held again is hidden and its promise stops, until it is public again', async () => {
    const justNow = stage.house.clock.now();
    await receive('public', false, justNow);
    const before = (await threadOf('s1')).thread.dueAt?.getTime() ?? 0;
    await receive('held');
    expect(await threadOf('s1')).toMatchObject({
      comment: { visibility: 'hidden' },
      thread: { status: 'resolved', resolvedReason: 'hidden', dueAt: null },
    });
    stage.house.clock.forward(60_000);
    await receive('held');
    await receive('public');
    const { thread } = await threadOf('s1');
    expect(thread).toMatchObject({ status: 'open', dueAt: new Date(before + 60_000) });
  });

  test('what waits for its first release is work', async () => {
    await receive('held');
    expect(await threadOf('s1')).toMatchObject({ comment: { visibility: 'held' }, thread: { status: 'open' } });
    expect((await threadOf('s1')).thread.dueAt).not.toBeNull();
  });

  test('when only the unanswered part is hidden, the promise rests and comes back with it', async () => {
    const { house } = stage;
    await stage.reply();
    await stage.pass(20);
    house.clock.forward(60_000);
    const { commentId } = await stage.say('c2', { body: 'Wirklich?', parent: 'c1' });
    expect(await stage.thread()).toMatchObject({ status: 'open', dueKind: 'next' });
    const before = await due();
    await moderateComment(house, stage.actor, commentId, { verdict: 'hide', reason: 'insult' });
    expect(await stage.thread()).toMatchObject({ dueKind: 'resolution' });
    house.clock.forward(60_000);
    await moderateComment(house, stage.actor, commentId, { verdict: 'unhide' });
    expect(await stage.thread()).toMatchObject({ dueKind: 'next', dueAt: new Date((before ?? 0) + 60_000) });
  });
});
