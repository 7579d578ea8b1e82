import type { FactKind } from '@stammgast/shared/contract/live';
import { nextReplyState, openReplyStates, type ReplyStep } from '@stammgast/shared/domain/reply-status';
import type { Db } from '../storage/database.ts';
import { type NewReply, type ReplyRow, saveReply } from './replies.queries.ts';

/** What a step is called in the record. */
export const factOfStep: Record<ReplyStep, FactKind> = {
  send: 'reply.queued',
  submit: 'reply.submitted',
  approve: 'reply.approved',
  'hold-back': 'reply.submitted',
  reject: 'reply.rejected',
  'hand-off': 'reply.by-hand',
  undo: 'reply.withdrawn',
  claim: 'reply.publishing',
  confirm: 'reply.published',
  accept: 'reply.accepted',
  fail: 'reply.failed',
  'lose-sight': 'reply.unconfirmed',
  'found-absent': 'reply.failed',
  retry: 'reply.queued',
  'mark-answered': 'reply.published',
  discard: 'reply.discarded',
};

/** Moves an answer on. Null when the step is not possible from its state or somebody was faster: nothing is written. */
export async function takeStep(
  tx: Db,
  reply: ReplyRow,
  step: ReplyStep,
  change: Partial<NewReply> = {},
): Promise<ReplyRow | null> {
  const state = nextReplyState(reply.state, step);
  if (!state) return null;
  const openFor = openReplyStates.includes(state) ? reply.commentId : null;
  return saveReply(tx, reply, { failureKind: null, failureDetail: null, ...change, state, openFor });
}
