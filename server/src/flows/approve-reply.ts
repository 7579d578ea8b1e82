// A colleague decides about an answer that waits: releases it, changed or not, or gives it back with a reason.
import type { Reply } from '@stammgast/shared/contract/replies';
import { type Actor, mayOn } from '@stammgast/shared/domain/permissions';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { cancel } from '../jobs/jobs.queries.ts';
import { approvalOf, reopenApproval } from '../replies/approvals.queries.ts';
import { presentReply } from '../replies/present.ts';
import { findOutgoing, type Outgoing } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import { threadsById } from '../threads/threads.queries.ts';
import type { House } from './house.ts';
import { moveReply } from './move-reply.ts';
import { giveBack, type Release, release } from './release-reply.ts';
import { publishKey } from './reply-jobs.ts';

export async function approveReply(
  house: House,
  actor: Actor,
  replyId: string,
  given: Release & { readonly said?: number | undefined },
): Promise<Reply> {
  return house.database.transaction(async (tx) => {
    const outgoing = await waitingFor(tx, actor, replyId);
    await mustKnowThread(tx, outgoing.reply.threadId, given.said);
    const reply = await release(house, tx, outgoing, { personId: actor.personId }, given);
    return presentReply(reply, outgoing.personName, await approvalOf(tx, replyId));
  });
}

export async function rejectReply(
  house: House,
  actor: Actor,
  replyId: string,
  given: { version: number; remark: string },
): Promise<Reply> {
  return house.database.transaction(async (tx) => {
    const outgoing = await waitingFor(tx, actor, replyId);
    const reply = await giveBack(house, tx, outgoing, { personId: actor.personId }, given);
    return presentReply(reply, outgoing.personName, await approvalOf(tx, replyId));
  });
}

/** The approval is taken back while the answer is held; too late once the worker has claimed it. */
export async function holdBackReply(house: House, actor: Actor, replyId: string): Promise<Reply> {
  return house.database.transaction(async (tx) => {
    const { reply, personName } = await lockedReply(tx, actor, replyId);
    if (!(await approvalOf(tx, replyId))) throw problem('reply.wrong_state', 409);
    const now = house.clock.now();
    const moved = await moveReply(tx, reply, 'hold-back', { now, personId: actor.personId }, { holdUntil: null });
    if (!moved) throw problem('reply.not_undoable', 409);
    await cancel(tx, publishKey(replyId));
    await reopenApproval(tx, replyId);
    await record(tx, now, moved.facts);
    return presentReply(moved.reply, personName, await approvalOf(tx, replyId));
  });
}

async function visibleReply(tx: Db, actor: Actor, replyId: string): Promise<Outgoing> {
  const outgoing = await findOutgoing(tx, replyId);
  if (!outgoing || !mayOn(actor, 'reply.approve', outgoing.channel.id)) throw notFound();
  return outgoing;
}

/** As it is while nothing else can happen on its channel: what comes in at this moment was not read by the decider. */
async function lockedReply(tx: Db, actor: Actor, replyId: string): Promise<Outgoing> {
  const { channel } = await visibleReply(tx, actor, replyId);
  await tx.dialect.lock(tx, channel.id);
  return visibleReply(tx, actor, replyId);
}

/** Nobody is their own second person; what a guest wrote is not the words of who asked for it. */
async function waitingFor(tx: Db, actor: Actor, replyId: string): Promise<Outgoing> {
  const outgoing = await lockedReply(tx, actor, replyId);
  const { personId, guestName } = outgoing.reply;
  if (personId === actor.personId && guestName === null) throw problem('reply.own_approval', 409);
  return outgoing;
}

async function mustKnowThread(tx: Db, threadId: string, said: number | undefined): Promise<void> {
  const [thread] = await threadsById(tx, [threadId]);
  if (!thread || said === undefined || thread.said === said) return;
  throw problem('reply.text_changed', 409, { said: String(thread.said) });
}
