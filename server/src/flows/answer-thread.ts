// A person answers in public: checked, stored, held for the undo time, and then the job publish-reply takes over.
import type { Capabilities } from '@stammgast/shared/contract/channels';
import type { Reply } from '@stammgast/shared/contract/replies';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { nextReplyState, openReplyStates, type ReplyStep } from '@stammgast/shared/domain/reply-status';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { schedule } from '../jobs/jobs.queries.ts';
import { presentReply } from '../replies/present.ts';
import { findAnswerable, insertReply, type ReplyRow, showReplyState } from '../replies/replies.queries.ts';
import { factOfStep } from '../replies/steps.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';
import { capabilitiesOf, openChannel } from './open-channel.ts';
import { publishJob } from './reply-jobs.ts';

export interface Answer {
  readonly commentId: string;
  readonly body: string;
  readonly idempotencyKey: string;
  readonly resolve: boolean;
}
type Answerable = NonNullable<Awaited<ReturnType<typeof findAnswerable>>>;

/** The same key gives the same answer, however often and from wherever it comes. */
export async function answerThread(house: House, actor: Actor, threadId: string, answer: Answer): Promise<Reply> {
  return onceMoreIfRaced(house, (tx) => accept(house, tx, actor, threadId, answer));
}

/** Two people at the same moment: the index lets one in, and the other one's second look finds the first. */
export async function onceMoreIfRaced<T>(house: House, work: (tx: Db) => Promise<T>): Promise<T> {
  const { database } = house;
  try {
    return await database.transaction(work);
  } catch (error) {
    if (!database.reader.dialect.isUniqueViolation(error)) throw error;
    return database.transaction(work);
  }
}

async function accept(house: House, tx: Db, actor: Actor, threadId: string, answer: Answer): Promise<Reply> {
  const found = await findAnswerable(tx, { threadId, personId: actor.personId, ...answer });
  if (!found || !sees(actor, found.channel.id)) throw notFound();
  if (found.same) return presentReply(sameAnswer(found.same, answer), found.personName);
  const can = capabilitiesOf(house, found.channel);
  refuse(found, can, answer);

  const reply = newReply(house, found, can, actor, answer);
  // The row first: while we hold it, the thread cannot become part of another without our answer.
  if (!(await showReplyState(tx, threadId, reply.state))) throw notFound();
  await insertReply(tx, reply);
  if (reply.state === 'queued') await schedule(tx, publishJob(reply, reply.holdUntil ?? reply.createdAt));
  const { channelId, personId } = reply;
  const kind = factOfStep[stepFor(can)];
  await record(tx, reply.createdAt, [{ kind, channelId, threadId, personId, payload: { replyId: reply.id } }]);
  return presentReply(reply, found.personName);
}

function sameAnswer(same: ReplyRow, answer: Answer): ReplyRow {
  const equal = same.commentId === answer.commentId && same.body === answer.body && same.resolve === answer.resolve;
  if (!equal) throw problem('conflict.idempotency', 409, { replyId: same.id });
  return same;
}

function refuse(found: Answerable, can: Capabilities, { body }: Answer): void {
  if (!found.comment || found.comment.removedAt) throw problem('reply.comment_gone', 409);
  if (can.reply === 'none') throw problem('reply.not_supported', 422);
  // Platforms count characters, not UTF-16 units.
  if (can.maxReplyLength !== null && [...body].length > can.maxReplyLength) {
    throw problem('reply.too_long', 422, { max: String(can.maxReplyLength) });
  }
  if (found.openReplyId) throw problem('reply.already_open', 409, { replyId: found.openReplyId });
}

const stepFor = (can: Capabilities): ReplyStep => (can.reply === 'hand-off' ? 'hand-off' : 'send');

function newReply(house: House, found: Answerable, can: Capabilities, actor: Actor, answer: Answer): ReplyRow {
  const state = nextReplyState('draft', stepFor(can));
  if (!state || !found.comment || !openReplyStates.includes(state)) throw new Error('an answer cannot begin like this');
  const id = house.newId();
  const createdAt = house.clock.now();
  const { externalId, url } = found.comment;
  const outgoing = { id, body: answer.body, comment: { externalId, url }, post: found.post, claimedAt: createdAt };
  const byHand = state === 'by-hand';
  return {
    id,
    threadId: found.threadId,
    channelId: found.channel.id,
    personId: actor.personId,
    ...answer,
    state,
    openFor: answer.commentId,
    holdUntil: byHand ? null : new Date(createdAt.getTime() + house.undoSeconds * 1000),
    openUrl: byHand ? (openChannel(house, found.channel)?.handOff?.(outgoing).openUrl ?? null) : null,
    createdAt,
    claimedAt: null,
    attempts: 0,
    externalId: null,
    url: null,
    failureKind: null,
    failureDetail: null,
    publishedAt: null,
    snippetId: null,
    confirmed: [],
    guestName: null,
    version: 1,
  };
}
