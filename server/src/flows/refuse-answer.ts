// Why an answer is not taken: what cannot be sent, and what its writer has to know before it is sent.
import type { Capabilities } from '@stammgast/shared/contract/channels';
import { type GuardCode, guardCodes } from '@stammgast/shared/domain/answer-check/guard-codes';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { replyLength } from '@stammgast/shared/domain/reply-length';
import { problem } from '../http/problem.ts';
import { type Answerable, countSpokenSince } from '../replies/answerable.queries.ts';
import type { Db } from '../storage/database.ts';
import { guardAnswer } from './guard-answer.ts';

export interface Answer {
  readonly commentId: string;
  readonly body: string;
  readonly idempotencyKey: string;
  readonly resolve: boolean;
  /** What the writer had read, under which claim, and what they want all the same; see the contract. */
  readonly said?: number | undefined;
  readonly claim?: number | undefined;
  readonly second?: boolean;
  readonly alongside?: boolean;
  readonly confirmed?: readonly GuardCode[];
  /** The snippet that the text began with. */
  readonly snippetId?: string | undefined;
  /** A second person shall see it first, and the waiting answer whose place it takes; see the contract. */
  readonly approval?: boolean;
  readonly supersedes?: string | undefined;
  /** Who wrote it from outside; the actor has asked them to. */
  readonly guestName?: string;
}

/** Gives back the warnings that the writer has confirmed. */
export async function refuseAnswer(
  tx: Db,
  actor: Actor,
  found: Answerable,
  can: Capabilities,
  answer: Answer,
): Promise<string[]> {
  refuseImpossible(found, can, answer);
  refuseSecond(found, answer);
  refuseLostClaim(found, actor, answer);
  await refuseUnread(tx, found, answer);
  if (found.otherWriterId && !answer.alongside) {
    throw problem('reply.someone_writes', 409, { personId: found.otherWriterId });
  }
  return guardAnswer(tx, found, answer.body, answer.guestName === undefined ? (answer.confirmed ?? []) : guardCodes);
}

function refuseImpossible(found: Answerable, can: Capabilities, { body }: Answer): void {
  if (!found.comment || found.comment.removedAt) throw problem('reply.comment_gone', 409);
  if (can.reply === 'none') throw problem('reply.not_supported', 422);
  if (can.maxReplyLength !== null && replyLength(found.channel.platform, body) > can.maxReplyLength) {
    throw problem('reply.too_long', 422, { max: String(can.maxReplyLength) });
  }
}

/** Two answers on their way to one comment are never right; a second one after the first may be meant. */
function refuseSecond({ openReplyId, publicReplyId }: Answerable, { second, supersedes }: Answer): void {
  if (supersedes !== undefined && !openReplyId) throw problem('reply.approval_decided', 409);
  if (openReplyId && openReplyId !== supersedes) throw problem('reply.already_open', 409, { replyId: openReplyId });
  if (publicReplyId && !second) throw problem('reply.second_answer', 409, { replyId: publicReplyId });
}

/** Who names the present number has seen who is in charge, and sends all the same. */
function refuseLostClaim({ thread }: Answerable, actor: Actor, { claim }: Answer): void {
  if (claim === undefined || claim === thread.claim) return;
  if (thread.assigneeId === null || thread.assigneeId === actor.personId) return;
  throw problem('thread.claim_lost', 409, { personId: thread.assigneeId, claim: String(thread.claim) });
}

async function refuseUnread(tx: Db, { thread, comment }: Answerable, { said }: Answer): Promise<void> {
  const unread =
    said === undefined
      ? comment !== null && (await countSpokenSince(tx, thread.id, comment.receivedAt)) > 0
      : said !== thread.said;
  if (unread) throw problem('reply.text_changed', 409, { said: String(thread.said) });
}
