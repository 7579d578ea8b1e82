import type { Actor } from '@stammgast/shared/domain/permissions';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PublishError } from '../connectors/connector.ts';
import { repliesOfThread } from '../replies/present.ts';
import { addTestPerson } from '../testing/cast.ts';
import { changeThread } from '../threads/threads.queries.ts';
import { approveReply, holdBackReply, rejectReply } from './approve-reply.ts';
import { discardReply, retryReply, undoReply } from './decide-reply.ts';
import { listDrafts } from './keep-drafts.ts';
import { readThread } from './read-threads.ts';
import { BODY, openStage, type Stage, whileLocked } from './replies.suite.ts';

let stage: Stage;
let lead: Actor;
beforeEach(async () => {
  stage = await openStage();
  await rule('always');
  lead = await person('lead');
});
afterEach(() => stage.close());

const refusedWith = (code: string, status = 409) => expect.objectContaining({ code, status });
const changeRow = (table: 'channels' | 'comments' | 'threads', id: string, change: object) =>
  stage.house.database.transaction(async (tx) => {
    const rows = tx.tables[table];
    await tx.update(rows).set(change).where(eq(rows.id, id));
  });
const rule = (approval: 'none' | 'cases' | 'always') => changeRow('channels', stage.channelId, { approval });
async function person(role: 'agent' | 'lead'): Promise<Actor> {
  const personId = await addTestPerson(stage.house, role, [stage.channelId]);
  return { personId, role, channels: [stage.channelId] };
}
const approve = (replyId: string, more: { version?: number; body?: string; said?: number } = {}, actor = lead) =>
  approveReply(stage.house, actor, replyId, { version: 1, ...more });
const reject = (replyId: string, remark = 'Bitte ohne Anwalt.', actor = lead) =>
  rejectReply(stage.house, actor, replyId, { version: 1, remark });

describe('an answer that needs a second person', () => {
  test('waits, blocks its comment, and nothing is sent however long it takes; the clocks run on', async () => {
    const reply = await stage.reply();
    expect(reply).toMatchObject({
      state: 'awaiting-approval',
      holdUntil: null,
      approval: { reasons: ['always'], decision: null, decidedBy: null },
    });
    await stage.pass(30 * 3600);
    expect(stage.script.sent).toEqual([]);
    expect(await stage.jobs()).toEqual([]);
    expect(await stage.thread()).toMatchObject({ status: 'open', replyState: 'awaiting-approval' });
    expect((await stage.clocks()).find((clock) => clock.kind === 'first')).toMatchObject({ metAt: null });
    await expect(stage.reply({ idempotencyKey: 'another-editor' })).rejects.toEqual(refusedWith('reply.already_open'));
    expect(await stage.facts()).toEqual(['comment.received', 'reply.submitted']);
  });

  test('is not released once a colleague has posted the same words by hand', async () => {
    const reply = await stage.reply();
    await stage.say('c7', { parent: 'c1', own: true, body: `${BODY}\n` });
    await expect(approve(reply.id)).rejects.toEqual(refusedWith('reply.second_answer'));
    expect(await approve(reply.id, { body: 'Danke für Ihre Geduld, wir melden uns.' })).toMatchObject({
      state: 'queued',
    });
  });

  test('is asked for by its writer under every rule, and not asked for where nothing is delicate', async () => {
    await rule('none');
    expect(await stage.reply({ approval: true })).toMatchObject({ state: 'awaiting-approval' });
    await rule('cases');
    const other = await stage.say('c9');
    expect(await stage.reply({ ...other, idempotencyKey: 'calm-one' })).toMatchObject({
      state: 'queued',
      approval: null,
    });
  });

  test.each([
    ['many have seen the criticism', { sentiment: 'negative', likes: 50 }, BODY, ['reach']],
    ['the comment is grave', { reasons: [{ code: 'legal', words: ['Anwalt'] }] }, BODY, ['grave']],
    ['our words are of the law', { likes: 0 }, 'Wir haften dafür nicht.', ['legal']],
  ])('where only cases need it: %s', async (_, comment, body, reasons) => {
    await rule('cases');
    await changeRow('comments', stage.commentId, comment);
    const reply = await stage.reply({ body });
    expect(reply).toMatchObject({ state: 'awaiting-approval', approval: { reasons } });
  });

  test('gives the same answer for the same key', async () => {
    const first = await stage.reply();
    expect(await stage.reply()).toEqual(first);
  });
});

describe('approving', () => {
  test('holds it for the undo time and publishes it once; the first reaction counts from then', async () => {
    const { id } = await stage.reply();
    await stage.pass(3600);
    const reply = await approve(id);
    expect(reply).toMatchObject({
      state: 'queued',
      holdUntil: '2026-03-05T14:00:10.000Z',
      approval: { decision: 'approved', decidedBy: 'Anna lead', byGuest: false, bodyBefore: null },
    });
    await stage.pass(9);
    expect(stage.script.sent).toEqual([]);
    await stage.pass(1);
    await stage.pass(3600);
    expect(stage.script.sent).toMatchObject([{ id, body: BODY }]);
    const first = (await stage.clocks()).find((clock) => clock.kind === 'first');
    expect(first?.metAt?.toISOString()).toBe('2026-03-05T14:00:10.000Z');
    expect((await stage.facts()).slice(1)).toEqual([
      'reply.submitted',
      'reply.approved',
      'reply.publishing',
      'reply.published',
    ]);
  });

  test('with another text keeps both', async () => {
    const { id } = await stage.reply();
    await approve(id, { body: 'Das tut uns sehr leid.' });
    await stage.pass(10);
    expect(stage.script.sent).toMatchObject([{ body: 'Das tut uns sehr leid.' }]);
    const [shown] = await repliesOfThread(stage.house.database.reader, stage.threadId);
    expect(shown).toMatchObject({
      body: 'Das tut uns sehr leid.',
      approval: { decision: 'changed', bodyBefore: BODY },
    });
    expect(await stage.facts()).toContain('reply.approved');
  });

  test('is taken back while it is held: it waits again, nothing was sent, and a change stays', async () => {
    const { id } = await stage.reply();
    await approve(id, { body: 'Anders.' });
    await stage.pass(9);
    expect(await holdBackReply(stage.house, lead, id)).toMatchObject({
      state: 'awaiting-approval',
      body: 'Anders.',
      approval: { decision: null, decidedBy: null, bodyBefore: BODY },
    });
    await stage.pass(3600);
    expect(stage.script.sent).toEqual([]);
    await approve(id, { version: 3 });
    await stage.pass(10);
    expect(stage.script.sent).toHaveLength(1);
    await expect(holdBackReply(stage.house, lead, id)).rejects.toEqual(refusedWith('reply.not_undoable'));
  });

  test('only an approved answer can wait again', async () => {
    await rule('none');
    const { id } = await stage.reply();
    await expect(holdBackReply(stage.house, lead, id)).rejects.toEqual(refusedWith('reply.wrong_state'));
  });

  test('by two at once is one decision; the other is told whose', async () => {
    const { id } = await stage.reply();
    const other = await person('lead');
    const results = await Promise.allSettled([approve(id), reject(id, 'Nein.', other)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refusal] = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refusal).toMatchObject({ code: 'reply.approval_decided', context: { who: 'Anna lead' } });
    await stage.pass(10);
    expect(stage.script.sent).toHaveLength(results[0]?.status === 'fulfilled' ? 1 : 0);
  });

  test('is not for the own answer, for strangers, or for a version that nobody has read', async () => {
    const own = await stage.reply();
    const writer: Actor = { ...stage.actor, role: 'lead' };
    await expect(approve(own.id, {}, writer)).rejects.toEqual(refusedWith('reply.own_approval'));
    await expect(approve(own.id, {}, stage.actor)).rejects.toEqual(refusedWith('not_found', 404));
    await expect(approve(own.id, {}, { ...lead, channels: ['other'] })).rejects.toEqual(refusedWith('not_found', 404));
    await expect(approve('none')).rejects.toEqual(refusedWith('not_found', 404));
    await expect(approve(own.id, { version: 2 })).rejects.toEqual(refusedWith('reply.approval_decided'));
    expect(await stage.replies()).toMatchObject([{ state: 'awaiting-approval', version: 1 }]);
  });

  test('stops where somebody outside has spoken since', async () => {
    const { id } = await stage.reply();
    await changeRow('threads', stage.threadId, { said: 7 });
    await expect(approve(id, { said: 6 })).rejects.toEqual(refusedWith('reply.text_changed'));
    expect(await approve(id, { said: 7 })).toMatchObject({ state: 'queued' });
  });

  test('stops also where somebody outside speaks while the decision comes in', async () => {
    const { id } = await stage.reply();
    const { said = 0 } = (await stage.thread()) ?? {};
    const speaking = whileLocked(stage, (tx) => changeThread(tx, stage.threadId, { said: said + 1 }));
    await speaking.begun;
    const decided = approveReply(stage.house, lead, id, { version: 1, said });
    await expect(decided).rejects.toMatchObject({ code: 'reply.text_changed', context: { said: String(said + 1) } });
    await speaking.done;
    expect(await stage.replies()).toMatchObject([{ state: 'awaiting-approval' }]);
  });

  test('stops where the comment, the channel or the new text does not allow it', async () => {
    const { id } = await stage.reply();
    await expect(approve(id, { body: 'ü'.repeat(501) })).rejects.toEqual(refusedWith('reply.too_long', 422));
    await expect(approve(id, { body: 'Guten Tag [Name], danke.' })).rejects.toMatchObject({
      code: 'reply.guard_blocked',
    });
    stage.script.can = { ...stage.script.can, reply: 'none' };
    await expect(approve(id)).rejects.toEqual(refusedWith('reply.not_supported', 422));
    stage.script.can = { ...stage.script.can, reply: 'api' };
    await changeRow('comments', stage.commentId, { removedAt: stage.house.clock.now() });
    await expect(approve(id)).rejects.toEqual(refusedWith('reply.comment_gone'));
    expect(await stage.jobs()).toEqual([]);
  });

  test('on a channel without a way out hands it to a person', async () => {
    stage.script.can = { ...stage.script.can, reply: 'hand-off' };
    stage.script.handOff = ({ body }) => ({ openUrl: `https://platform.example/?t=${body}` });
    const { id } = await stage.reply();
    expect(await approve(id, { body: 'Anders' })).toMatchObject({
      state: 'by-hand',
      openUrl: 'https://platform.example/?t=Anders',
    });
    expect((await stage.facts()).slice(-2)).toEqual(['reply.approved', 'reply.by-hand']);
    expect(await stage.jobs()).toEqual([]);
  });
});

describe('giving back', () => {
  test('makes it a draft with the reason, frees the comment, and the thread is the writer’s', async () => {
    const { id } = await stage.reply();
    await changeRow('threads', stage.threadId, {
      assigneeId: lead.personId,
      snoozedUntil: new Date('2026-04-01T08:00:00.000Z'),
    });
    const reply = await reject(id);
    expect(reply).toMatchObject({
      state: 'draft',
      body: BODY,
      approval: { decision: 'rejected', remark: 'Bitte ohne Anwalt.', decidedBy: 'Anna lead' },
    });
    expect(await stage.thread()).toMatchObject({
      replyState: null,
      status: 'open',
      assigneeId: stage.actor.personId,
      snoozedUntil: null,
    });
    expect((await stage.facts()).slice(-2)).toEqual(['reply.rejected', 'thread.assigned']);
    const { replies } = await readThread(stage.house, stage.actor, stage.threadId);
    expect(replies).toMatchObject([{ id, body: BODY, approval: { remark: 'Bitte ohne Anwalt.' } }]);
    expect(await listDrafts(stage.house, stage.actor, stage.threadId)).toMatchObject([{ kind: 'answer', body: BODY }]);
    expect(await stage.reply({ idempotencyKey: 'the-next-editor' })).toMatchObject({ state: 'awaiting-approval' });
  });

  test('leaves the thread with whoever has taken it over', async () => {
    const { id } = await stage.reply();
    const third = await person('agent');
    await changeRow('threads', stage.threadId, { assigneeId: third.personId });
    await reject(id);
    expect(await stage.thread()).toMatchObject({ assigneeId: third.personId });
  });
});

describe('its writer', () => {
  test('takes it back before anybody has decided; nobody else does', async () => {
    const { id } = await stage.reply();
    await expect(undoReply(stage.house, lead, id)).rejects.toEqual(refusedWith('auth.forbidden', 403));
    const reply = await undoReply(stage.house, stage.actor, id);
    expect(reply).toMatchObject({ state: 'draft', approval: { decision: 'withdrawn' } });
    await expect(approve(id)).rejects.toMatchObject({ code: 'reply.approval_decided' });
  });

  test('takes an approved one back while it is held, and has to ask again', async () => {
    const { id } = await stage.reply();
    await approve(id);
    await undoReply(stage.house, stage.actor, id);
    await stage.pass(60);
    expect(stage.script.sent).toEqual([]);
    expect(await stage.reply({ idempotencyKey: 'once-more-1' })).toMatchObject({ state: 'awaiting-approval' });
  });

  test('replaces it by a new one; the old text is kept', async () => {
    const { id } = await stage.reply();
    const wrong = stage.reply({ idempotencyKey: 'second-one', supersedes: 'another' });
    await expect(wrong).rejects.toEqual(refusedWith('reply.already_open'));
    const second = await stage.reply({ idempotencyKey: 'second-one', body: 'Besser so.', supersedes: id });
    expect(second).toMatchObject({ state: 'awaiting-approval', body: 'Besser so.' });
    const all = await repliesOfThread(stage.house.database.reader, stage.threadId);
    expect(all).toMatchObject([
      { id, state: 'draft', body: BODY, approval: { decision: 'superseded', decidedBy: 'Anna agent' } },
      { id: second.id, approval: { decision: null } },
    ]);
    await approve(second.id);
    await stage.pass(10);
    expect(stage.script.sent).toMatchObject([{ body: 'Besser so.' }]);
  });

  test('replaces nothing that was decided meanwhile', async () => {
    const { id } = await stage.reply();
    await approve(id);
    const late = () => stage.reply({ idempotencyKey: 'too-late-1', supersedes: id });
    await expect(late()).rejects.toEqual(refusedWith('reply.already_open'));
    await stage.pass(10);
    await expect(late()).rejects.toEqual(refusedWith('reply.approval_decided'));
    expect(stage.script.sent).toHaveLength(1);
  });
});

describe('after a failure', () => {
  beforeEach(() => {
    stage.script.publish = async () => {
      throw new PublishError('rejected', 'no');
    };
  });

  test('the approved text is sent again without a second question; another text asks', async () => {
    const { id } = await stage.reply();
    await approve(id);
    await stage.pass(10);
    expect(await retryReply(stage.house, stage.actor, id)).toMatchObject({ state: 'queued' });
    await stage.pass(1);
    await discardReply(stage.house, stage.actor, id);
    expect(await stage.reply({ idempotencyKey: 'another-text', body: 'Anders.' })).toMatchObject({
      state: 'awaiting-approval',
    });
  });

  test('what nobody had to release, but by now somebody has, is not sent again', async () => {
    await rule('none');
    const { id } = await stage.reply();
    await stage.pass(10);
    await rule('always');
    await expect(retryReply(stage.house, stage.actor, id)).rejects.toEqual(refusedWith('reply.needs_approval'));
    expect(await stage.replies()).toMatchObject([{ state: 'failed' }]);
  });
});
