// What a second person's decision does to an answer that waits, whether they belong to the house or not.
import { type GuardCode, guardCodes } from '@stammgast/shared/domain/answer-check/guard-codes';
import { replyLength } from '@stammgast/shared/domain/reply-length';
import { sameText } from '@stammgast/shared/domain/same-text';
import { both, type Change, changeOf } from '../events/change.ts';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import { problem } from '../http/problem.ts';
import { schedule } from '../jobs/jobs.queries.ts';
import { ownWordsUnder } from '../replies/answerable.queries.ts';
import { approvalOf, decideApproval } from '../replies/approvals.queries.ts';
import type { Outgoing, ReplyRow } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import { worksOn } from '../threads/detail.queries.ts';
import { changeThread, threadsById } from '../threads/threads.queries.ts';
import { guardAnswer } from './guard-answer.ts';
import type { House } from './house.ts';
import { moveReply } from './move-reply.ts';
import { capabilitiesOf, openChannel } from './open-channel.ts';
import { publishJob } from './reply-jobs.ts';

/** Who decides: a colleague, or the guest of a link. */
export type Decider = { readonly personId: string } | { readonly guestLinkId: string };

export interface Release {
  /** The one that was read. */
  readonly version: number;
  readonly body?: string | undefined;
  /** Warnings about a changed text that the decider has seen. */
  readonly confirmed?: readonly GuardCode[];
}

/** From here the answer takes the usual way: held for the undo time, then published once; or posted by hand. */
export async function release(
  house: House,
  tx: Db,
  outgoing: Outgoing,
  by: Decider,
  given: Release,
): Promise<ReplyRow> {
  const { reply } = outgoing;
  await mustWait(tx, reply, given.version);
  const body = given.body ?? reply.body;
  const confirmed =
    body === reply.body ? reply.confirmed : await guardAnswer(tx, outgoing, body, confirmedBy(by, given));
  await refuseRepetition(tx, outgoing, body);
  const byHand = wayOut(house, outgoing, body) === 'hand-off';
  const now = house.clock.now();
  const change = byHand
    ? { body, confirmed, openUrl: placeToPaste(house, outgoing, body, now) }
    : { body, confirmed, holdUntil: new Date(now.getTime() + house.undoSeconds * 1000) };
  const moved = await moveReply(tx, reply, byHand ? 'hand-off' : 'approve', { now, ...personOf(by) }, change);
  if (!moved) throw await alreadyDecided(tx, reply.id);
  const decision =
    body === reply.body
      ? ({ decision: 'approved' } as const)
      : ({ decision: 'changed', bodyBefore: reply.body } as const);
  await decideApproval(tx, reply.id, { ...decision, ...nameOf(by), decidedAt: now });
  if (!byHand) await schedule(tx, publishJob(moved.reply, moved.reply.holdUntil ?? now));
  const text = changeOf({ text: house.vault.mark(reply.body) }, { text: house.vault.mark(body) });
  const approved: NewFact[] = byHand ? [{ ...aboutReply(reply, by), kind: 'reply.approved', change: text }] : [];
  const facts = byHand ? moved.facts : moved.facts.map((fact) => withText(fact, text));
  await record(tx, now, withGuest([...approved, ...facts], by));
  return moved.reply;
}

/** Another text than was submitted, with the release of it. */
const withText = (fact: NewFact, text: Change): NewFact =>
  fact.kind === 'reply.approved' ? { ...fact, change: both(text, fact.change) } : fact;

/** A guest knows what they do; a colleague is asked. What cannot go out at all does not in either case. */
const confirmedBy = (by: Decider, { confirmed = [] }: Release): readonly string[] =>
  'personId' in by ? confirmed : guardCodes;

/** What may have changed since it was written: the comment, the channel, and now perhaps the text. */
function wayOut(house: House, { channel, comment }: Outgoing, body: string) {
  const can = capabilitiesOf(house, channel);
  if (comment.removedAt) throw problem('reply.comment_gone', 409);
  if (can.reply === 'none') throw problem('reply.not_supported', 422);
  if (can.maxReplyLength !== null && replyLength(channel.platform, body) > can.maxReplyLength) {
    throw problem('reply.too_long', 422, { max: String(can.maxReplyLength) });
  }
  return can.reply;
}

/** While an answer waits, a colleague may have posted the same words on the platform. */
async function refuseRepetition(tx: Db, { channel, comment }: Outgoing, body: string): Promise<void> {
  const said = await ownWordsUnder(tx, channel.id, comment.externalId);
  if (said.some((text) => sameText(text, body))) throw problem('reply.second_answer', 409);
}

function placeToPaste(house: House, { channel, reply, comment, post }: Outgoing, body: string, now: Date) {
  const outgoing = { id: reply.id, body, comment, post, claimedAt: now };
  return openChannel(house, channel)?.handOff?.(outgoing).openUrl ?? null;
}

/** The text is its writer's draft again, and the thread theirs to go on with. */
export async function giveBack(
  house: House,
  tx: Db,
  { reply }: Outgoing,
  by: Decider,
  given: { version: number; remark: string },
): Promise<ReplyRow> {
  await mustWait(tx, reply, given.version);
  const now = house.clock.now();
  const moved = await moveReply(tx, reply, 'reject', { now, ...personOf(by) });
  if (!moved) throw await alreadyDecided(tx, reply.id);
  await decideApproval(tx, reply.id, { decision: 'rejected', remark: given.remark, ...nameOf(by), decidedAt: now });
  const returned = await returnThread(tx, reply, by);
  const remark = house.vault.mark(given.remark);
  const rejected = moved.facts.map((fact) => ({ ...fact, payload: { ...fact.payload, remark } }));
  await record(tx, now, withGuest([...rejected, ...returned], by));
  return moved.reply;
}

/** Back into sight, and to the writer, unless somebody else has taken it over or they have left. */
async function returnThread(tx: Db, reply: ReplyRow, by: Decider): Promise<NewFact[]> {
  const [thread] = await threadsById(tx, [reply.threadId]);
  if (!thread) return [];
  const free = thread.assigneeId === null || ('personId' in by && thread.assigneeId === by.personId);
  const assign = free && (await worksOn(tx, reply.personId, reply.channelId));
  const charge = assign ? { assigneeId: reply.personId, claim: thread.claim + 1 } : {};
  await changeThread(tx, thread.id, { ...charge, snoozedUntil: null, snoozedBy: null });
  if (!assign || thread.assigneeId === reply.personId) return [];
  const payload = { from: thread.assigneeId, to: reply.personId, claim: thread.claim + 1 };
  const change = changeOf({ assigneeId: thread.assigneeId }, { assigneeId: reply.personId });
  return [{ ...aboutReply(reply, by), kind: 'thread.assigned', payload, change }];
}

async function mustWait(tx: Db, reply: ReplyRow, version: number): Promise<void> {
  if (reply.state === 'awaiting-approval' && reply.version === version) return;
  throw await alreadyDecided(tx, reply.id);
}

/** Of two who decide at once, the second is told who was first. */
async function alreadyDecided(tx: Db, replyId: string) {
  const approval = await approvalOf(tx, replyId);
  if (!approval) return problem('reply.wrong_state', 409);
  const who = approval.guestName ?? approval.deciderName;
  return problem('reply.approval_decided', 409, {
    ...(approval.decision ? { decision: approval.decision } : {}),
    ...(who ? { who } : {}),
  });
}

const personOf = (by: Decider) => ({ personId: 'personId' in by ? by.personId : null });
const nameOf = (by: Decider) => ('personId' in by ? { decidedBy: by.personId } : by);

const aboutReply = ({ id, channelId, threadId }: ReplyRow, by: Decider) => ({
  channelId,
  threadId,
  ...personOf(by),
  payload: { replyId: id },
});

/** Who decided from outside is nobody of the house: the record names their link. */
const withGuest = (facts: readonly NewFact[], by: Decider): NewFact[] =>
  facts.map((fact) => ('personId' in by ? fact : { ...fact, payload: { ...fact.payload, ...by } }));
