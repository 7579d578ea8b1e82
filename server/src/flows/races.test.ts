// Two things at the same moment: one is done, the other one is told, and nothing is lost or done twice.
import { setTimeout } from 'node:timers/promises';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeDraft } from '../drafts/drafts.queries.ts';
import { ProblemError } from '../http/problem.ts';
import { addTestPerson } from '../testing/cast.ts';
import { answerGuestLink } from './answer-as-guest.ts';
import { approveReply, rejectReply } from './approve-reply.ts';
import { workOnThreads } from './bulk-threads.ts';
import { undoReply } from './decide-reply.ts';
import { inviteGuest, revokeGuest } from './invite-guest.ts';
import { listDrafts, listDraftVersions, saveDraft } from './keep-drafts.ts';
import { mergeByHand } from './merge-by-hand.ts';
import { decideModeration, moderateComment, withdrawModeration } from './moderate-comments.ts';
import { readThread } from './read-threads.ts';
import { BODY, openStage, type Stage } from './replies.suite.ts';
import { resolveThread } from './resolve-threads.ts';
import { splitThread } from './split-thread.ts';

let stage: Stage;
let lead: Actor;
let boss: Actor;
beforeEach(async () => {
  stage = await openStage();
  [lead, boss] = [await addLead(), await addLead()];
});
afterEach(() => stage.close());

async function addLead(): Promise<Actor> {
  const personId = await addTestPerson(stage.house, 'lead', [stage.channelId]);
  return { personId, role: 'lead', channels: [stage.channelId] };
}

/** What was done, and the codes of those who were told no. Anything else than a told problem fails the test. */
async function atOnce(...deeds: readonly Promise<unknown>[]) {
  const all = await Promise.allSettled(deeds);
  const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  for (const reason of refused) expect(reason).toBeInstanceOf(ProblemError);
  return { done: all.length - refused.length, codes: refused.map((reason) => (reason as ProblemError).code) };
}
const thread = () => readThread(stage.house, stage.actor, stage.threadId);
const visit = (token: string) => ({ token, address: '203.0.113.9', personId: null });

describe('an answer that waits', () => {
  const waiting = () => stage.reply({ approval: true });

  test('is released, given back or withdrawn: one of these', async () => {
    const { id } = await waiting();
    const { done } = await atOnce(
      approveReply(stage.house, lead, id, { version: 1 }),
      rejectReply(stage.house, boss, id, { version: 1, remark: 'Bitte kürzer.' }),
      undoReply(stage.house, stage.actor, id),
    );
    await stage.pass(20);
    const [reply] = (await thread()).replies;
    const decision = String(reply?.approval?.decision);
    // Who approves first leaves its writer the undo time.
    expect([1, 2]).toContain(done);
    if (reply?.state === 'draft') expect(stage.script.sent).toEqual([]);
    else expect([reply?.state, decision, stage.script.sent.length]).toEqual(['published', 'approved', 1]);
    if (decision === 'rejected' || decision === 'withdrawn') expect(reply?.state).toBe('draft');
  });

  test('is replaced or released, never both', async () => {
    const { id } = await waiting();
    await atOnce(
      stage.reply({ idempotencyKey: 'another-key', body: 'Ein neuer Text.', supersedes: id, approval: true }),
      approveReply(stage.house, lead, id, { version: 1 }),
    );
    await stage.pass(20);
    const states = (await thread()).replies.map((reply) => reply.state);
    expect(states.filter((state) => state !== 'draft')).toHaveLength(1);
    expect(stage.script.sent.length).toBe(states.includes('published') ? 1 : 0);
  });

  test('is decided by a colleague or by a guest, and a link is used or revoked', async () => {
    const { id } = await waiting();
    const invited = { purpose: 'approve', replyId: id, guestName: 'Dr. Huber', hours: 48 } as const;
    const { token, guest } = await inviteGuest(stage.house, lead, stage.threadId, invited);
    const approved = { decision: 'approve', version: 1 } as const;
    const { done } = await atOnce(
      ...Array.from({ length: 4 }, () => answerGuestLink(stage.house, visit(token), approved)),
      approveReply(stage.house, boss, id, { version: 1 }),
      revokeGuest(stage.house, lead, guest.id),
    );
    // A link may be revoked, or turn out pointless, beside the one decision.
    expect([1, 2]).toContain(done);
    await stage.pass(20);
    expect(stage.script.sent).toMatchObject([{ body: BODY }]);
    expect((await stage.facts()).filter((kind) => kind === 'reply.approved')).toHaveLength(1);
  });
});

describe('a thread', () => {
  test('is answered while it becomes part of another: the answer goes along', async () => {
    const other = await stage.say('x1', { body: 'Auch das Bad war kalt.' });
    if (other.threadId === stage.threadId) {
      await splitThread(stage.house, stage.actor, stage.threadId, { commentIds: [other.commentId] });
    }
    const { comments } = stage.house.database.reader.tables;
    const into = (await stage.house.database.reader.select().from(comments)).find((c) => c.id === other.commentId);
    const { codes } = await atOnce(
      stage.reply(),
      mergeByHand(stage.house, lead, into?.threadId ?? '', [stage.threadId]),
    );
    for (const code of codes) expect(['not_found', 'reply.text_changed']).toContain(code);
    await stage.pass(20);
    const replies = await stage.replies();
    expect(replies.map(({ threadId, state }) => ({ threadId, state }))).toEqual(
      replies.map(() => ({ threadId: into?.threadId, state: 'published' })),
    );
    expect(stage.script.sent).toHaveLength(replies.length);
  });

  test('is split while its answer goes out: it is public once, in the part of its comment', async () => {
    const second = await stage.say('c2', { parent: 'c1', body: 'Und das Bad auch.' });
    await stage.reply({ commentId: second.commentId, said: 2 });
    let part = '';
    stage.script.publish = async () => {
      const { split } = await splitThread(stage.house, lead, stage.threadId, { commentIds: [second.commentId] });
      part = split.id;
      return stage.published;
    };
    await stage.pass(20);
    expect(stage.script.sent).toHaveLength(1);
    expect(await stage.replies()).toMatchObject([{ threadId: part, state: 'published' }]);
    const { row } = await readThread(stage.house, stage.actor, part);
    expect(row).toMatchObject({ status: 'waiting' });
  });

  test('is resolved one by one and with many others: once', async () => {
    const action = { kind: 'resolve', reason: 'no-answer-needed' } as const;
    await atOnce(
      resolveThread(stage.house, stage.actor, stage.threadId, { reason: 'no-answer-needed' }),
      workOnThreads(stage.house, lead, { threadIds: [stage.threadId], action }),
      workOnThreads(stage.house, boss, { q: 'is:open', action }),
    );
    expect((await stage.facts()).filter((kind) => kind === 'thread.resolved')).toHaveLength(1);
  });
});

test('a draft is saved while it is sent: no word is lost, and none of it stands there again', async () => {
  const text = {
    ...{ commentId: stage.commentId, shared: true, said: 1, snippetId: null, keep: false },
    idempotencyKey: stage.answer.idempotencyKey,
  };
  const save = (body: string, base: number) =>
    saveDraft(stage.house, stage.actor, stage.threadId, 'answer', { ...text, body, base });
  await save('Das tut', 0);
  await atOnce(stage.reply(), save(`${BODY} Und noch ein Satz.`, 1));
  const { house, actor, threadId } = stage;
  const kept = (await listDraftVersions(house, actor, threadId)).map((version) => version.body);
  expect(kept).toContain(`${BODY} Und noch ein Satz.`);
  expect(await listDrafts(house, actor, threadId)).toEqual([]);
});

test('a draft that goes while it is being saved takes no new words along', async () => {
  const { house, actor, threadId } = stage;
  const text = {
    ...{ commentId: stage.commentId, shared: true, said: 1, snippetId: null, keep: false },
    idempotencyKey: stage.answer.idempotencyKey,
  };
  await saveDraft(house, actor, threadId, 'answer', { ...text, body: 'Das tut', base: 0 });
  let saving: Promise<unknown> = Promise.resolve();
  await house.database.transaction(async (tx) => {
    await takeDraft(tx, { threadId, personId: actor.personId, kind: 'answer' });
    saving = saveDraft(house, actor, threadId, 'answer', { ...text, body: BODY, base: 1 });
    // Until it has read the draft that is still there for it, and waits for this transaction.
    await setTimeout(200);
  });
  await saving;
  expect((await listDrafts(house, actor, threadId)).map(({ body }) => body)).toEqual([BODY]);
});

test('a request to hide is decided once, whoever decides or takes it back', async () => {
  stage.script.can = { ...stage.script.can, acts: ['hide'] };
  let asked = 0;
  stage.script.act = async () => {
    asked += 1;
    return { likes: null };
  };
  const wanted = { verdict: 'hide', reason: 'other', remark: 'Passt uns nicht.' } as const;
  const { codes } = await atOnce(
    moderateComment(stage.house, stage.actor, stage.commentId, wanted),
    moderateComment(stage.house, boss, stage.commentId, wanted),
  );
  expect(codes).toEqual(['moderation.second_person']);
  const [request] = (await thread()).moderations;
  const [asker, others] = request?.requestedBy === boss.personId ? [boss, [lead]] : [stage.actor, [lead, boss]];
  const { done } = await atOnce(
    ...others.map((one) => decideModeration(stage.house, one, request?.id ?? '', { decision: 'approved' })),
    decideModeration(stage.house, lead, request?.id ?? '', { decision: 'rejected', remark: 'Das ist Kritik.' }),
    withdrawModeration(stage.house, asker, request?.id ?? ''),
  );
  expect(done).toBe(1);
  const [after] = (await thread()).moderations;
  expect(asked).toBe(after?.decision === 'approved' ? 1 : 0);
});
