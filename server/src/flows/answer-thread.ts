// A person answers in public: checked, stored, held for the undo time, and then the job publish-reply takes over. Where
// the channel wants a second person, the answer waits for them instead.
import type { Capabilities } from '@stammgast/shared/contract/channels';
import type { Reply } from '@stammgast/shared/contract/replies';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { nextReplyState, openReplyStates, type ReplyStep } from '@stammgast/shared/domain/reply-status';
import { concludeDraft } from '../drafts/versions.ts';
import { record } from '../events/record.ts';
import { notFound, ProblemError, problem } from '../http/problem.ts';
import { schedule } from '../jobs/jobs.queries.ts';
import { type Answerable, findAnswerable } from '../replies/answerable.queries.ts';
import { approvalOf } from '../replies/approvals.queries.ts';
import { presentReply } from '../replies/present.ts';
import { insertReply, type ReplyRow, replyById, showReplyStateAt } from '../replies/replies.queries.ts';
import { factOfStep } from '../replies/steps.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';
import { capabilitiesOf, openChannel } from './open-channel.ts';
import { type Answer, refuseAnswer } from './refuse-answer.ts';
import { publishJob } from './reply-jobs.ts';
import { makeWay, reasonsToAsk, submitReply } from './submit-reply.ts';

/** The same key gives the same answer, however often and from wherever it comes. */
export async function answerThread(house: House, actor: Actor, threadId: string, answer: Answer): Promise<Reply> {
  return onceMoreIfRaced(house, (tx) => acceptAnswer(house, tx, actor, threadId, answer));
}

const MOST_TRIES = 4;

/** Two people at the same moment: one is let in, and the other one's second look finds the first. */
export async function onceMoreIfRaced<T>(house: House, work: (tx: Db) => Promise<T>): Promise<T> {
  const { database } = house;
  for (let tries = 1; ; tries++) {
    try {
      return await database.transaction(work);
    } catch (error) {
      const raced = isRaced(error) || database.reader.dialect.isUniqueViolation(error);
      if (tries === MOST_TRIES || !raced) throw error;
    }
  }
}

const isRaced = (error: unknown): boolean => error instanceof ProblemError && error.code === 'conflict.version';

/** Within a transaction that is tried once more when somebody was faster. */
export async function acceptAnswer(
  house: House,
  tx: Db,
  actor: Actor,
  threadId: string,
  answer: Answer,
): Promise<Reply> {
  const { commentId, idempotencyKey } = answer;
  const key = { threadId, personId: actor.personId, commentId, idempotencyKey };
  const found = await findAnswerable(tx, key, house.clock.now());
  if (!found || !sees(actor, found.channel.id)) throw notFound();
  const same = found.sameId === null ? null : await replyById(tx, found.sameId);
  if (same) return presentReply(sameAnswer(same, answer), found.personName, await approvalOf(tx, same.id));
  const can = capabilitiesOf(house, found.channel);
  const confirmed = await refuseAnswer(tx, actor, found, can, answer);

  const reasons = reasonsToAsk(found, answer);
  const step = reasons.length > 0 ? 'submit' : stepFor(can);
  const reply = { ...newReply(house, found, step, actor, answer), confirmed };
  // The row first, as it was read: whatever happens to the thread meanwhile, the answer is checked against it anew.
  if (!(await showReplyStateAt(tx, threadId, reply.state, found.thread.version)))
    throw problem('conflict.version', 409);
  const moved = await makeWay(tx, actor, answer.supersedes, reply.createdAt);
  await insertReply(tx, reply);
  // What a guest writes leaves alone what the one who asked them was writing.
  if (reply.guestName === null) {
    await concludeDraft(tx, house.newId, { threadId, personId: actor.personId, kind: 'answer' }, reply.body);
  }
  if (reply.state === 'queued') await schedule(tx, publishJob(reply, reply.holdUntil ?? reply.createdAt));
  if (reasons.length > 0) await submitReply(house, tx, reply, reasons);
  const { channelId, personId } = reply;
  const kind = factOfStep[step];
  const { state, guestName } = reply;
  const change = { before: null, after: { state, text: house.vault.mark(reply.body) } };
  const payload = { replyId: reply.id, ...(guestName !== null && { guest: house.vault.mark(guestName) }) };
  const fact = { kind, channelId, threadId, personId, payload, change };
  await record(tx, reply.createdAt, [...moved, fact]);
  return presentReply(reply, found.personName, reasons.length > 0 ? await approvalOf(tx, reply.id) : null);
}

function sameAnswer(same: ReplyRow, answer: Answer): ReplyRow {
  const equal = same.commentId === answer.commentId && same.body === answer.body && same.resolve === answer.resolve;
  if (!equal) throw problem('conflict.idempotency', 409, { replyId: same.id });
  return same;
}

const stepFor = (can: Capabilities): ReplyStep => (can.reply === 'hand-off' ? 'hand-off' : 'send');

function newReply(house: House, found: Answerable, step: ReplyStep, actor: Actor, answer: Answer): ReplyRow {
  const state = nextReplyState('draft', step);
  if (!state || !found.comment || !openReplyStates.includes(state)) throw new Error('an answer cannot begin like this');
  const id = house.newId();
  const createdAt = house.clock.now();
  const { externalId, url } = found.comment;
  const { commentId, body, idempotencyKey, resolve, snippetId = null, guestName = null } = answer;
  const outgoing = { id, body, comment: { externalId, url }, post: found.post, claimedAt: createdAt };
  const byHand = state === 'by-hand';
  const held = state === 'queued' ? new Date(createdAt.getTime() + house.undoSeconds * 1000) : null;
  return {
    id,
    threadId: found.thread.id,
    channelId: found.channel.id,
    personId: actor.personId,
    commentId,
    body,
    idempotencyKey,
    resolve,
    state,
    openFor: commentId,
    holdUntil: held,
    openUrl: byHand ? (openChannel(house, found.channel)?.handOff?.(outgoing).openUrl ?? null) : null,
    createdAt,
    claimedAt: null,
    attempts: 0,
    externalId: null,
    url: null,
    failureKind: null,
    failureDetail: null,
    publishedAt: null,
    snippetId,
    confirmed: [],
    guestName,
    version: 1,
  };
}
