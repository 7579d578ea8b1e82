import type { Actor } from '@stammgast/shared/domain/permissions';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { factsAfter } from '../events/events.queries.ts';
import { repliesOfThread } from '../replies/present.ts';
import { addTestPerson } from '../testing/cast.ts';
import { changeComment } from '../threads/detail.queries.ts';
import { answerGuestLink, type GuestDecision, readGuestLink } from './answer-as-guest.ts';
import { approveReply } from './approve-reply.ts';
import { undoReply } from './decide-reply.ts';
import { type Invited, inviteGuest, listGuests, revokeGuest } from './invite-guest.ts';
import { listDrafts, saveDraft } from './keep-drafts.ts';
import { BODY, openStage, type Stage, whileLocked } from './replies.suite.ts';
import { addNote } from './write-notes.ts';

let stage: Stage;
let lead: Actor;
beforeEach(async () => {
  stage = await openStage();
  await change('channels', stage.channelId, { approval: 'always' });
  const personId = await addTestPerson(stage.house, 'lead', [stage.channelId]);
  lead = { personId, role: 'lead', channels: [stage.channelId] };
});
afterEach(() => stage.close());

const refusedWith = (code: string, status: number) => expect.objectContaining({ code, status });
const gone = refusedWith('auth.token_invalid', 404);
const change = (table: 'channels' | 'comments' | 'people', id: string, values: object) =>
  stage.house.database.transaction(async (tx) => {
    const rows = tx.tables[table];
    await tx.update(rows).set(values).where(eq(rows.id, id));
  });
const invite = (more: Partial<Invited> = {}, threadId = stage.threadId) =>
  inviteGuest(stage.house, lead, threadId, {
    purpose: 'write',
    commentId: stage.commentId,
    guestName: 'Dr. Huber',
    request: 'Bitte zwei Sätze zur Allergie.',
    hours: 48,
    ...more,
  });
const visit = (token: string, more = {}) => ({ token, address: '203.0.113.9', personId: null, ...more });
const read = (token: string) => readGuestLink(stage.house, visit(token));
const answer = (token: string, given: GuestDecision, more = {}) =>
  answerGuestLink(stage.house, visit(token, more), given);
async function askToApprove() {
  const reply = await stage.reply();
  const { token } = await invite({ purpose: 'approve', commentId: undefined, replyId: reply.id });
  return { reply, token };
}

describe('a guest sees', () => {
  test('the one comment, our public answers, the request, and nothing else', async () => {
    await addNote(stage.house, lead, stage.threadId, { body: 'Intern: Gast ist schwierig.', mentions: [] });
    await stage.say('c2', { parent: 'c1', body: 'Noch ein Kommentar.' });
    await stage.say('c3', { parent: 'c1', own: true, body: 'Wir melden uns.' });
    const { token } = await invite();
    const view = await read(token);
    expect(view).toMatchObject({
      purpose: 'write',
      register: 'sie',
      guestName: 'Dr. Huber',
      request: 'Bitte zwei Sätze zur Allergie.',
      comment: { authorName: 'Gast', body: 'Das Frühstück war kalt.', platform: 'mastodon' },
      answers: [{ body: 'Wir melden uns.' }],
      proposed: null,
      maxLength: 500,
    });
    expect(JSON.stringify(view)).not.toMatch(/Intern|Noch ein|Anna/);
  });

  test('the proposed text, where it waits for their word', async () => {
    const { token } = await askToApprove();
    expect(await read(token)).toMatchObject({ purpose: 'approve', proposed: { body: BODY, version: 1 } });
  });
});

describe('what a guest writes', () => {
  test('waits for who asked for it, under the guest’s name, and is then published once', async () => {
    const { token } = await invite();
    await answer(token, { decision: 'write', body: 'Als Ärztin sage ich: Es tut uns leid.' });
    const [reply] = await repliesOfThread(stage.house.database.reader, stage.threadId);
    expect(reply).toMatchObject({
      state: 'awaiting-approval',
      guestName: 'Dr. Huber',
      personId: lead.personId,
      approval: { reasons: ['guest', 'always'], decision: null },
    });
    await stage.pass(3600);
    expect(stage.script.sent).toEqual([]);
    await approveReply(stage.house, lead, reply?.id ?? '', { version: 1 });
    await stage.pass(10);
    expect(stage.script.sent).toMatchObject([{ body: 'Als Ärztin sage ich: Es tut uns leid.' }]);
  });

  test('waits also where no answer needs a second person, and although others have spoken since', async () => {
    await change('channels', stage.channelId, { approval: 'none' });
    const { token } = await invite();
    stage.house.clock.forward(1000);
    await stage.say('c2', { parent: 'c1' });
    await answer(token, { decision: 'write', body: 'Guten Tag.' });
    expect(await stage.replies()).toMatchObject([{ state: 'awaiting-approval', guestName: 'Dr. Huber' }]);
  });

  test('leaves alone what the one who asked was writing', async () => {
    const draft = { body: 'Mein Entwurf', shared: true, commentId: stage.commentId, idempotencyKey: 'key-of-lead-00' };
    await saveDraft(stage.house, lead, stage.threadId, 'answer', {
      ...draft,
      said: 0,
      snippetId: null,
      base: 0,
      keep: false,
    });
    const { token } = await invite();
    await answer(token, { decision: 'write', body: 'Guten Tag.' });
    expect(await listDrafts(stage.house, lead, stage.threadId)).toMatchObject([{ body: 'Mein Entwurf' }]);
  });

  test('is refused where it is too long or somebody was faster; the link still works', async () => {
    const { token } = await invite();
    const write = (body: string) => answer(token, { decision: 'write', body });
    await expect(write('ü'.repeat(501))).rejects.toEqual(refusedWith('reply.too_long', 422));
    const { id } = await stage.reply();
    await expect(write('Guten Tag.')).rejects.toEqual(refusedWith('reply.already_open', 409));
    await undoReply(stage.house, stage.actor, id);
    await write('Guten Tag.');
  });
});

describe('what a guest decides', () => {
  test('counts as the second person', async () => {
    const { token } = await askToApprove();
    await answer(token, { decision: 'approve', version: 1 });
    await stage.pass(10);
    expect(stage.script.sent).toMatchObject([{ body: BODY }]);
    const [reply] = await repliesOfThread(stage.house.database.reader, stage.threadId);
    expect(reply?.approval).toMatchObject({ decision: 'approved', decidedBy: 'Dr. Huber', byGuest: true });
    const facts = await factsAfter(stage.house.database.reader, 0, 100);
    expect(facts.map(({ kind }) => kind)).toEqual([
      'comment.received',
      'reply.submitted',
      'guest.invited',
      'reply.approved',
      'guest.answered',
      'reply.publishing',
      'reply.published',
    ]);
    const [{ guests }] = [await listGuests(stage.house, lead, stage.threadId)];
    expect(facts[3]).toMatchObject({ personId: null, payload: { guestLinkId: guests[0]?.id } });
    expect(guests).toMatchObject([{ state: 'used', guestName: 'Dr. Huber', invitedBy: 'Anna lead' }]);
  });

  test('with another text keeps both; with a reason gives it back', async () => {
    const first = await askToApprove();
    await answer(first.token, { decision: 'reject', version: 1, remark: 'Das war nicht der Ofen.' });
    const second = await stage.reply({ idempotencyKey: 'another-try' });
    const { token } = await invite({ purpose: 'approve', replyId: second.id });
    await answer(token, { decision: 'approve', version: 1, body: 'Es war die Leitung.' });
    const all = await repliesOfThread(stage.house.database.reader, stage.threadId);
    expect(all).toMatchObject([
      { state: 'draft', approval: { decision: 'rejected', remark: 'Das war nicht der Ofen.', byGuest: true } },
      { state: 'queued', body: 'Es war die Leitung.', approval: { decision: 'changed', bodyBefore: BODY } },
    ]);
    expect(await stage.thread()).toMatchObject({ assigneeId: stage.actor.personId });
  });

  test('is not the writer’s own word from the same browser', async () => {
    const { token } = await askToApprove();
    const own = answer(token, { decision: 'approve', version: 1 }, { personId: stage.actor.personId });
    await expect(own).rejects.toEqual(refusedWith('reply.own_approval', 409));
  });

  test('fits the link: nothing else can be done with it', async () => {
    const { token } = await askToApprove();
    const wrong: GuestDecision[] = [
      { decision: 'write', body: 'Etwas.' },
      { decision: 'reject', version: 1 },
    ];
    for (const given of wrong) await expect(answer(token, given)).rejects.toEqual(refusedWith('input.invalid', 422));
    await expect(answer(token, { decision: 'approve' })).rejects.toMatchObject({ code: 'reply.approval_decided' });
    expect(await stage.replies()).toMatchObject([{ state: 'awaiting-approval', version: 1 }]);
    expect(await read(token)).toMatchObject({ purpose: 'approve' });
    await undoReply(stage.house, stage.actor, (await stage.replies())[0]?.id ?? '');
    const { token: writing } = await invite();
    for (const given of [{ decision: 'approve', version: 1 }, { decision: 'write' }] as const) {
      await expect(answer(writing, given)).rejects.toEqual(refusedWith('input.invalid', 422));
    }
  });
});

describe('a link', () => {
  test('works once, also at the same moment; afterwards it says that it was used', async () => {
    const { token } = await askToApprove();
    const both = await Promise.allSettled([
      answer(token, { decision: 'approve', version: 1 }),
      answer(token, { decision: 'reject', version: 1, remark: 'Nein.' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const used = refusedWith('guest.used', 410);
    expect(both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toEqual([used]);
    await expect(read(token)).rejects.toEqual(used);
    await expect(answer(token, { decision: 'approve', version: 2 })).rejects.toEqual(used);
  });

  test('that is unknown, expired or revoked answers alike', async () => {
    await expect(read('x'.repeat(43))).rejects.toEqual(gone);
    const { guest, token } = await invite();
    await revokeGuest(stage.house, lead, guest.id);
    await expect(read(token)).rejects.toEqual(gone);
    await expect(answer(token, { decision: 'write', body: 'Zu spät.' })).rejects.toEqual(gone);
    const other = await invite({ hours: 1 });
    stage.house.clock.forward(3_600_000);
    await expect(read(other.token)).rejects.toEqual(gone);
    expect((await listGuests(stage.house, lead, stage.threadId)).guests.map(({ state }) => state)).toEqual([
      'expired',
      'revoked',
    ]);
    expect(await stage.replies()).toEqual([]);
  });

  test('ends when who made it has left, lost the channel or the right to release', async () => {
    const { token } = await invite();
    await read(token);
    await change('people', lead.personId, { role: 'agent' });
    await expect(read(token)).rejects.toEqual(gone);
    await change('people', lead.personId, { role: 'lead', active: false });
    await expect(answer(token, { decision: 'write', body: 'Noch da?' })).rejects.toEqual(gone);
    await change('people', lead.personId, { active: true });
    await read(token);
    await stage.house.database.transaction((tx) => tx.delete(tx.tables.memberships));
    await expect(read(token)).rejects.toEqual(gone);
  });

  test('ends with its channel, its comment, and the answer that it was about', async () => {
    const { token, reply } = await askToApprove();
    await change('channels', stage.channelId, { removedAt: stage.house.clock.now() });
    await expect(read(token)).rejects.toEqual(gone);
    await change('channels', stage.channelId, { removedAt: null });
    await change('comments', stage.commentId, { removedAt: stage.house.clock.now() });
    await expect(read(token)).rejects.toEqual(gone);
    await change('comments', stage.commentId, { removedAt: null });
    await stage.reply({ idempotencyKey: 'second-one', supersedes: reply.id });
    await expect(answer(token, { decision: 'approve', version: 1 })).rejects.toEqual(gone);
  });

  test('goes with its comment when the thread becomes part of another', async () => {
    stage.house.clock.forward(1000);
    const other = await stage.say('c3', { parent: 'c2' });
    const { token } = await invite({ commentId: other.commentId }, other.threadId);
    await stage.say('c2', { parent: 'c1' });
    await answer(token, { decision: 'write', body: 'Guten Tag.' });
    expect(await stage.replies()).toMatchObject([{ threadId: stage.threadId, commentId: other.commentId }]);
    expect((await listGuests(stage.house, lead, stage.threadId)).guests).toHaveLength(1);
  });

  test('decides about no words that have changed since they were read', async () => {
    const { token } = await invite();
    const { comment } = await read(token);
    await change('comments', stage.commentId, { body: 'Doch, es war gut.' });
    const write = () => answer(token, { decision: 'write', body: 'Oh.', mark: comment.mark });
    await expect(write()).rejects.toEqual(refusedWith('reply.text_changed', 409));
    expect((await read(token)).comment.mark).not.toBe(comment.mark);
  });

  test('decides about no words that change while the decision comes in', async () => {
    const { token } = await askToApprove();
    const { mark } = (await read(token)).comment;
    const editing = whileLocked(stage, (tx) =>
      changeComment(tx, stage.commentId, { body: 'Mir wurde schlecht davon.' }),
    );
    await editing.begun;
    const decided = answer(token, { decision: 'approve', version: 1, mark });
    await expect(decided).rejects.toEqual(refusedWith('reply.text_changed', 409));
    await editing.done;
    expect(await stage.replies()).toMatchObject([{ state: 'awaiting-approval' }]);
  });

  test('cannot be found by trying: a network is slowed down, those who hold one are not', async () => {
    const { token } = await invite();
    for (let i = 0; i < 100; i++) await read(token);
    for (let i = 0; i < 60; i++) await expect(read(`guess-number-${i}-of-many`)).rejects.toEqual(gone);
    await expect(read(token)).rejects.toEqual(refusedWith('auth.throttled', 429));
    stage.house.clock.forward(15 * 60_000 + 1);
    await read(token);
  });

  test('is kept as a hash only', async () => {
    const { token } = await invite();
    const { reader } = stage.house.database;
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await reader.select().from(reader.tables.guestLinks))).not.toContain(token);
    expect(JSON.stringify(await reader.select().from(reader.tables.events))).not.toContain(token);
  });
});

describe('inviting', () => {
  test('is refused for what belongs to another thread, is ours, gone, or not waiting; nothing is written', async () => {
    const elsewhere = await stage.say('d1', { body: 'Etwas ganz anderes.' });
    await change('comments', elsewhere.commentId, { threadId: 'another-thread' });
    const own = await stage.say('c4', { parent: 'c1', own: true });
    const wrong = refusedWith('input.invalid', 422);
    for (const more of [
      { commentId: elsewhere.commentId },
      { commentId: own.commentId },
      { commentId: 'none' },
      { commentId: undefined },
      { purpose: 'approve', replyId: 'none' } as const,
      { purpose: 'approve' } as const,
    ]) {
      await expect(invite(more)).rejects.toEqual(wrong);
    }
    const reply = await stage.reply();
    await expect(invite()).rejects.toEqual(refusedWith('reply.already_open', 409));
    await undoReply(stage.house, stage.actor, reply.id);
    await expect(invite({ purpose: 'approve', replyId: reply.id })).rejects.toEqual(
      refusedWith('reply.wrong_state', 409),
    );
    stage.script.can = { ...stage.script.can, reply: 'none' };
    await expect(invite()).rejects.toEqual(refusedWith('reply.not_supported', 422));
    expect((await listGuests(stage.house, lead, stage.threadId)).guests).toEqual([]);
  });

  test('and revoking belong to the channel; what was used stays used', async () => {
    const { guest, token } = await invite();
    const stranger = { ...lead, channels: ['another'] };
    const missing = refusedWith('not_found', 404);
    await expect(
      inviteGuest(stage.house, stranger, stage.threadId, { purpose: 'write', guestName: 'X', hours: 1 }),
    ).rejects.toEqual(missing);
    await expect(listGuests(stage.house, stranger, stage.threadId)).rejects.toEqual(missing);
    await expect(revokeGuest(stage.house, stranger, guest.id)).rejects.toEqual(missing);
    await expect(revokeGuest(stage.house, lead, 'none')).rejects.toEqual(missing);
    await answer(token, { decision: 'write', body: 'Guten Tag.' });
    await expect(revokeGuest(stage.house, lead, guest.id)).rejects.toEqual(refusedWith('guest.used', 410));
  });
});
