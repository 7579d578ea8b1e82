// Every change of an answer's state goes through here: with what it means for the thread, its clocks and the record.
import type { ReplyStep } from '@stammgast/shared/domain/reply-status';
import { nextThreadStatus } from '@stammgast/shared/domain/thread-status';
import { newId as anyId, type NewId } from '../config/ids.ts';
import { both, type Change, changeOf } from '../events/change.ts';
import type { NewFact } from '../events/fact.ts';
import { type NewReply, newestOpenState, type ReplyRow, showReplyState } from '../replies/replies.queries.ts';
import { factOfStep, takeStep } from '../replies/steps.ts';
import { meetClocks, pauseForCritic, refreshDue, startClocks } from '../sla/clocks.ts';
import { loadPromises } from '../sla/promises.ts';
import { askOf } from '../sla/wanted.ts';
import type { Db } from '../storage/database.ts';
import { isHeard } from '../threads/rows.ts';
import { changeThread, commentFacts, type NewThread, threadsById } from '../threads/threads.queries.ts';
import { giveBackDraft } from './give-back-draft.ts';
import { noticePromises } from './notice-promises.ts';

export interface Moved {
  readonly reply: ReplyRow;
  /** To be recorded last in the same transaction. */
  readonly facts: readonly NewFact[];
}

/** Null when the step is not possible from the answer's state or somebody was faster: then nothing has changed. */
export async function moveReply(
  tx: Db,
  was: ReplyRow,
  step: ReplyStep,
  by: { now: Date; personId: string | null; newId?: NewId },
  change: Partial<NewReply> = {},
): Promise<Moved | null> {
  await tx.dialect.lock(tx, was.channelId);
  const { newId = anyId } = by;
  const reply = await takeStep(tx, was, step, change);
  if (!reply) return null;
  const about = { channelId: reply.channelId, threadId: reply.threadId, personId: by.personId };
  const fact = {
    kind: factOfStep[step],
    ...about,
    payload: { replyId: reply.id },
    change: changeOf(stateOf(was), stateOf(reply)),
  };
  if (reply.state === 'draft') await giveBackDraft(tx, reply, by.now);
  const replyState = await newestOpenState(tx, reply.threadId);
  if (reply.state !== 'published') {
    await showReplyState(tx, reply.threadId, replyState);
    return { reply, facts: [fact] };
  }
  const promised = await noticePromises(tx, newId, reply, reply.publishedAt ?? by.now);
  const { resolved, change: turned } = await answerThread(tx, newId, reply, by.now, { replyState });
  if (resolved) {
    const end = { kind: 'thread.resolved' as const, ...about, payload: { reason: 'answered' }, change: turned };
    return { reply, facts: [fact, ...promised, end] };
  }
  // Whose turn it is has changed with the answer.
  return { reply, facts: [{ ...fact, change: both(fact.change, turned) }, ...promised] };
}

const stateOf = ({ state, failureKind }: ReplyRow) => ({ state, failureKind });

/** The critic has an answer: promises are kept and it is their turn. */
async function answerThread(
  tx: Db,
  newId: NewId,
  reply: ReplyRow,
  now: Date,
  change: Partial<NewThread>,
): Promise<{ readonly resolved: boolean; readonly change: Change }> {
  const { threadId, channelId } = reply;
  const [thread] = await threadsById(tx, [threadId]);
  if (!thread) return { resolved: false, change: changeOf(null, null) };
  // Who spoke while the answer was on its way still waits for theirs.
  const unheard = (await commentFacts(tx, [threadId], reply.createdAt)).filter((c) => isHeard(c, thread.authorId));
  const wanted = unheard.map((c) => ({ threadId, channelId, kind: 'next' as const, ...askOf(c) }));
  const step = reply.resolve ? 'resolve' : 'answer';
  const status = wanted.length > 0 ? null : nextThreadStatus(thread.status, step);
  const resolved = status === 'resolved' && thread.status !== 'resolved';
  const acceptedAt = reply.publishedAt ?? now;
  await meetClocks(tx, [threadId], ['first', 'next'], acceptedAt);
  if (wanted.length > 0) await startClocks(tx, await loadPromises(tx), wanted, newId);
  await turnResolution(tx, reply, status === 'waiting' ? acceptedAt : null, resolved ? now : null);
  const awake = { snoozedUntil: null, snoozedBy: null };
  const resolution = { ...awake, resolvedReason: 'answered', resolvedBy: reply.personId, resolvedAt: now } as const;
  await changeThread(tx, threadId, { ...change, ...(status ? { status } : {}), ...(resolved ? resolution : {}) });
  await refreshDue(tx, [threadId]);
  const stood = { status: thread.status, resolvedReason: thread.resolvedReason };
  const stands = { ...stood, ...(status && { status }), ...(resolved && { resolvedReason: 'answered' }) };
  return { resolved, change: changeOf(stood, stands) };
}

/** The promise to resolve stands still while it is the critic's turn, and is kept with the resolution. */
async function turnResolution(tx: Db, { threadId, personId }: ReplyRow, waitsFrom: Date | null, metAt: Date | null) {
  if (waitsFrom) await pauseForCritic(tx, [threadId], waitsFrom, personId);
  if (metAt) await meetClocks(tx, [threadId], ['resolution'], metAt);
}
