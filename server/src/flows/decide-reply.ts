// What people do with an answer that waits, is held, failed, unconfirmed or to be posted by hand.

import type { ProblemCode } from '@stammgast/shared/contract/problem';
import type { Reply } from '@stammgast/shared/contract/replies';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import type { ReplyStep } from '@stammgast/shared/domain/reply-status';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { cancel, schedule } from '../jobs/jobs.queries.ts';
import { approvalOf, decideApproval } from '../replies/approvals.queries.ts';
import { presentReply } from '../replies/present.ts';
import { findOutgoing, type NewReply, type Outgoing, openReplyId, type ReplyRow } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import { onceMoreIfRaced } from './answer-thread.ts';
import type { House } from './house.ts';
import { moveReply } from './move-reply.ts';
import { lookJob, publishJob, publishKey } from './reply-jobs.ts';
import { canLook } from './send-reply.ts';
import { reasonsToAsk } from './submit-reply.ts';

interface Deed {
  readonly house: House;
  readonly tx: Db;
  readonly actor: Actor;
  readonly now: Date;
}

/** Takes a held or waiting answer back; too late once the worker has claimed it. */
export const undoReply = (house: House, actor: Actor, replyId: string): Promise<Reply> =>
  decide(house, actor, replyId, async (deed, { reply }) => {
    if (reply.state === 'awaiting-approval') return withdraw(deed, reply);
    const draft = await step(deed, reply, 'undo', 'reply.not_undoable', { holdUntil: null });
    await cancel(deed.tx, publishKey(replyId));
    return draft;
  });

/** What waits for a second person is its writer's until then; whoever may decide about it has other ways. */
async function withdraw(deed: Deed, reply: ReplyRow): Promise<ReplyRow> {
  const { personId } = deed.actor;
  if (reply.personId !== personId) throw problem('auth.forbidden', 403);
  const draft = await step(deed, reply, 'undo', 'reply.approval_decided');
  await decideApproval(deed.tx, reply.id, { decision: 'withdrawn', decidedBy: personId, decidedAt: deed.now });
  return draft;
}

/** Sends again, on purpose. An unconfirmed answer only where nobody but a person can say whether it is public. */
export const retryReply = (house: House, actor: Actor, replyId: string): Promise<Reply> =>
  decide(house, actor, replyId, async (deed, outgoing) => {
    const reply = await givenUp(deed, outgoing);
    await mustBeReleased(deed, outgoing);
    const open = await openReplyId(deed.tx, reply.commentId);
    if (open && open !== replyId) throw problem('reply.already_open', 409, { replyId: open });
    const queued = await step(deed, reply, 'retry', 'reply.wrong_state', { holdUntil: null });
    await schedule(deed.tx, publishJob(queued, deed.now));
    return queued;
  });

/** A released text stays released: a retry cannot change it. One that nobody had to release may need it by now. */
async function mustBeReleased({ tx }: Deed, outgoing: Outgoing): Promise<void> {
  if (reasonsToAsk(outgoing, { body: outgoing.reply.body }).length === 0 || (await approvalOf(tx, outgoing.reply.id)))
    return;
  throw problem('reply.needs_approval', 409);
}

async function givenUp(deed: Deed, outgoing: Outgoing): Promise<ReplyRow> {
  if (outgoing.reply.state === 'failed') return outgoing.reply;
  if (outgoing.reply.state !== 'unconfirmed' || canLook(deed.house, outgoing)) throw problem('reply.wrong_state', 409);
  return step(deed, outgoing.reply, 'found-absent', 'reply.wrong_state', { failureKind: 'absent', failureDetail: '' });
}

/** Gives a failed answer up. Its text stays as a draft. */
export const discardReply = (house: House, actor: Actor, replyId: string): Promise<Reply> =>
  decide(house, actor, replyId, (deed, { reply }) => step(deed, reply, 'discard', 'reply.wrong_state'));

/** Looks on the platform now instead of at the next planned time. */
export const checkReply = (house: House, actor: Actor, replyId: string): Promise<Reply> =>
  decide(house, actor, replyId, async ({ tx, now }, { reply }) => {
    if (reply.state !== 'unconfirmed') throw problem('reply.wrong_state', 409);
    await schedule(tx, lookJob(reply, now, now));
    return reply;
  });

/** A person has posted it, or has seen that it is public. */
export const markAnswered = (house: House, actor: Actor, replyId: string, url: string | null): Promise<Reply> =>
  decide(house, actor, replyId, (deed, { reply }) =>
    step(deed, reply, 'mark-answered', 'reply.wrong_state', { url, publishedAt: deed.now }),
  );

async function decide(
  house: House,
  actor: Actor,
  replyId: string,
  deed: (deed: Deed, outgoing: Outgoing) => Promise<ReplyRow>,
): Promise<Reply> {
  return onceMoreIfRaced(house, async (tx) => {
    const outgoing = await findOutgoing(tx, replyId);
    if (!outgoing || !sees(actor, outgoing.channel.id)) throw notFound();
    const reply = await deed({ house, tx, actor, now: house.clock.now() }, outgoing);
    return presentReply(reply, outgoing.personName, await approvalOf(tx, replyId));
  });
}

async function step(
  { tx, actor, now }: Deed,
  reply: ReplyRow,
  name: ReplyStep,
  refusal: ProblemCode,
  change: Partial<NewReply> = {},
): Promise<ReplyRow> {
  const moved = await moveReply(tx, reply, name, { now, personId: actor.personId }, change);
  if (!moved) throw problem(refusal, 409);
  await record(tx, now, moved.facts);
  return moved.reply;
}
