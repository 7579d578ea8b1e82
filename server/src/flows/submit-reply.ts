// Four eyes before an answer goes out: whether it needs them, how it is submitted, and how a new one takes its place.
import { approvalReasons } from '@stammgast/shared/domain/approval';
import type { ApprovalReason } from '@stammgast/shared/domain/approval-codes';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import type { NewFact } from '../events/fact.ts';
import { problem } from '../http/problem.ts';
import { decideApproval, insertApproval } from '../replies/approvals.queries.ts';
import { findOutgoing, type Outgoing, type ReplyRow } from '../replies/replies.queries.ts';
import { factOfStep, takeStep } from '../replies/steps.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';
import type { Answer } from './refuse-answer.ts';

type Subject = Pick<Outgoing, 'channel'> & { readonly comment: Outgoing['comment'] | null };

/** Why this text may not go out without a second person. */
export function reasonsToAsk(
  { channel, comment }: Subject,
  { body, approval = false, guestName }: Pick<Answer, 'body' | 'approval' | 'guestName'>,
): ApprovalReason[] {
  if (!comment) return [];
  const { approval: rule, approvalReach: reachFrom } = channel;
  const reasons = approvalReasons({ rule, reachFrom, comment, body, asked: approval });
  return guestName === undefined ? reasons : [{ code: 'guest', words: [] }, ...reasons];
}

/** Notes with the answer why it waits. */
export async function submitReply(
  house: House,
  tx: Db,
  reply: ReplyRow,
  reasons: readonly Pick<ApprovalReason, 'code'>[],
): Promise<void> {
  const { id: replyId, threadId, channelId, personId, createdAt } = reply;
  await insertApproval(tx, {
    id: house.newId(),
    replyId,
    threadId,
    channelId,
    reasons: reasons.map(({ code }) => code),
    requestedBy: personId,
    requestedAt: createdAt,
  });
}

/** A new answer takes the place of one that waits. The old text is kept, and its writer sees what became of it. */
export async function makeWay(tx: Db, actor: Actor, supersedes: string | undefined, now: Date): Promise<NewFact[]> {
  if (supersedes === undefined) return [];
  const waiting = (await findOutgoing(tx, supersedes))?.reply;
  const draft = waiting?.state === 'awaiting-approval' ? await takeStep(tx, waiting, 'undo') : null;
  if (!draft) throw problem('reply.already_open', 409, { replyId: supersedes });
  const { personId } = actor;
  await decideApproval(tx, supersedes, { decision: 'superseded', decidedBy: personId, decidedAt: now });
  const { channelId, threadId, state } = draft;
  const change = changeOf({ state: waiting?.state }, { state });
  return [{ kind: factOfStep.undo, channelId, threadId, personId, payload: { replyId: supersedes }, change }];
}
