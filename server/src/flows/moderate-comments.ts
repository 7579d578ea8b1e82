// Who may take a comment out of sight, and why: a clear case is done at once, criticism waits for a second person.
import type { Moderation } from '@stammgast/shared/contract/moderation';
import type { Comment } from '@stammgast/shared/contract/threads';
import {
  type HideReason,
  needsSecondPerson,
  type PlatformAct,
  takesAway,
  type Verdict,
  visibilityAfter,
} from '@stammgast/shared/domain/moderation';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { notFound, ProblemError, problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import { changeComment } from '../threads/detail.queries.ts';
import {
  changeModeration,
  insertModeration,
  type ModerationRow,
  moderationById,
  openModeration,
  presentModerations,
  waitingModerations,
} from '../threads/moderations.queries.ts';
import { channelFor, perform } from './act-on-comments.ts';
import type { House } from './house.ts';
import { aboutComment, onComment, type StoredComment, shownComment, visibleComment } from './on-comment.ts';

export interface WantedVerdict {
  readonly verdict: Verdict;
  readonly reason?: HideReason | undefined;
  readonly remark?: string | undefined;
}

export async function moderateComment(
  house: House,
  actor: Actor,
  commentId: string,
  wanted: WantedVerdict,
): Promise<{ comment: Comment; request: Moderation | null }> {
  const { verdict } = wanted;
  const comment = await visibleComment(house.database.reader, actor, commentId);
  await channelFor(house, comment.channelId, verdict);
  const stands = visibilityAfter(comment.visibility, verdict) === comment.visibility && !comment.unsettledAct;
  if (stands) return { comment: await shownComment(house, commentId), request: null };
  if (!takesAway(comment.visibility, verdict))
    return { comment: await perform(house, actor, commentId, verdict), request: null };

  const reason = reasonOf(wanted);
  if (needsSecondPerson(comment, reason)) return askFor(house, actor, commentId, { ...wanted, reason });
  const done = await perform(house, actor, commentId, verdict, async (tx, now, at) => {
    const decided = { decision: 'approved' as const, decidedBy: actor.personId, decidedAt: at };
    const row = { ...rowOf(house, actor, now, { ...wanted, reason }, at), ...decided };
    await insertModeration(tx, row);
    return { moderationId: row.id, ...why(house, row) };
  });
  return { comment: done, request: null };
}

function reasonOf({ verdict, reason, remark }: WantedVerdict): HideReason {
  const given = reason ?? (verdict === 'spam' ? 'spam' : undefined);
  if (!given || (given === 'other' && !remark)) throw problem('moderation.reason_needed', 422);
  return given;
}

/** What people have written about it may name people outside. */
const why = (house: House, { reason, remark, decisionRemark }: ModerationRow) => ({
  reason,
  ...(remark !== null && { remark: house.vault.mark(remark) }),
  ...(decisionRemark !== null && { decisionRemark: house.vault.mark(decisionRemark) }),
});

type Reasoned = WantedVerdict & { readonly reason: HideReason };

function rowOf(house: House, actor: Actor, comment: StoredComment, wanted: Reasoned, at: Date): ModerationRow {
  return {
    id: house.newId(),
    commentId: comment.id,
    threadId: comment.threadId,
    channelId: comment.channelId,
    verdict: wanted.verdict,
    reason: wanted.reason,
    remark: wanted.remark ?? null,
    requestedBy: actor.personId,
    requestedAt: at,
    decidedBy: null,
    decidedAt: null,
    decision: null,
    decisionRemark: null,
    openFor: null,
  };
}

/** The comment stays where it is until somebody else has looked at it. */
async function askFor(house: House, actor: Actor, commentId: string, wanted: Reasoned) {
  let request: Moderation | undefined;
  await onComment(house, actor, commentId, async (tx, comment, now) => {
    if (await openModeration(tx, commentId)) throw problem('moderation.second_person', 409);
    const row = { ...rowOf(house, actor, comment, wanted, now), openFor: commentId };
    await insertModeration(tx, row);
    [request] = await presentModerations(tx, [row]);
    const payload = { commentId, moderationId: row.id, verdict: row.verdict, ...why(house, row) };
    const change = changeOf(null, { moderation: 'waiting' });
    await record(tx, now, [{ kind: 'moderation.asked', ...aboutComment(actor, comment), payload, change }]);
  });
  return { comment: await shownComment(house, commentId), request: request ?? null };
}

export async function decideModeration(
  house: House,
  actor: Actor,
  moderationId: string,
  { decision, remark }: { decision: 'approved' | 'rejected'; remark?: string | undefined },
): Promise<Moderation> {
  if (decision === 'rejected' && !remark) throw problem('moderation.reason_needed', 422);
  let unsettled: PlatformAct | null = null;
  const decided = await onRequest(house, actor, moderationId, async (tx, row, now) => {
    if (row.requestedBy === actor.personId) throw problem('moderation.second_person', 409);
    if (decision === 'approved') {
      await channelFor(house, row.channelId, row.verdict);
      unsettled = (await visibleComment(tx, actor, row.commentId)).unsettledAct;
      // Marked in the same step: should the house stop here, the comment says that something is not done yet.
      await changeComment(tx, row.commentId, { unsettledAct: row.verdict });
    }
    return { decision, decidedBy: actor.personId, decidedAt: now, decisionRemark: remark ?? null, openFor: null };
  });
  if (decision === 'approved') await performOrAskAgain(house, actor, decided, unsettled);
  return presentOne(house, moderationId);
}

/** What the platform has certainly not done is not decided: the request waits on. */
async function performOrAskAgain(
  house: House,
  actor: Actor,
  { id, commentId, channelId, threadId, verdict }: ModerationRow,
  unsettledAct: PlatformAct | null,
): Promise<void> {
  try {
    await perform(house, actor, commentId, verdict);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code === 'moderation.unconfirmed') throw error;
    const undecided = { decision: null, decidedBy: null, decidedAt: null, decisionRemark: null, openFor: commentId };
    await house.database.transaction(async (tx) => {
      await changeModeration(tx, id, undecided);
      await changeComment(tx, commentId, { unsettledAct });
      const payload = { commentId, moderationId: id, decision: null };
      const change = changeOf({ moderation: 'approved' }, { moderation: 'waiting' });
      const about = { channelId, threadId, personId: actor.personId };
      await record(tx, house.clock.now(), [{ kind: 'moderation.asked', ...about, payload, change }]);
    });
    throw error;
  }
}

export async function withdrawModeration(house: House, actor: Actor, moderationId: string): Promise<Moderation> {
  await onRequest(house, actor, moderationId, async (_, row, now) => {
    if (row.requestedBy !== actor.personId) throw problem('moderation.wrong_state', 409);
    return { decision: 'withdrawn', decidedBy: actor.personId, decidedAt: now, openFor: null };
  });
  return presentOne(house, moderationId);
}

export async function listModerations(house: House, actor: Actor) {
  const db = house.database.reader;
  const rows = await waitingModerations(db, actor);
  const threads = new Map(rows.map((row) => [row.id, row.threadId]));
  const shown = await presentModerations(db, rows);
  return { waiting: shown.map((moderation) => ({ moderation, threadId: threads.get(moderation.id) ?? '' })) };
}

async function visibleRequest(db: Db, actor: Actor, moderationId: string): Promise<ModerationRow> {
  const row = await moderationById(db, moderationId);
  if (!row || !sees(actor, row.channelId)) throw notFound();
  return row;
}

/** Changes a request that waits, and tells it. */
async function onRequest(
  house: House,
  actor: Actor,
  moderationId: string,
  work: (tx: Db, row: ModerationRow, now: Date) => Promise<Partial<ModerationRow>>,
): Promise<ModerationRow> {
  return house.database.transaction(async (tx) => {
    const { channelId } = await visibleRequest(tx, actor, moderationId);
    await tx.dialect.lock(tx, channelId);
    const row = await visibleRequest(tx, actor, moderationId);
    if (row.decision !== null) throw problem('moderation.wrong_state', 409);
    const now = house.clock.now();
    const change = await work(tx, row, now);
    await changeModeration(tx, moderationId, change);
    const { verdict, commentId } = row;
    const payload = {
      commentId,
      moderationId,
      decision: change.decision,
      verdict,
      ...why(house, { ...row, ...change }),
    };
    const settled = changeOf({ moderation: 'waiting' }, { moderation: change.decision });
    await record(tx, now, [{ kind: 'moderation.decided', ...aboutComment(actor, row), payload, change: settled }]);
    return { ...row, ...change };
  });
}

async function presentOne(house: House, moderationId: string): Promise<Moderation> {
  const row = await moderationById(house.database.reader, moderationId);
  const [shown] = row ? await presentModerations(house.database.reader, [row]) : [];
  if (!shown) throw notFound();
  return shown;
}
