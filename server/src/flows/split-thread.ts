// A person takes comments out of a thread: they go on in one of their own, and stay apart from it whatever arrives.
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { Actor } from '@stammgast/shared/domain/permissions';
import type { ThreadStatus } from '@stammgast/shared/domain/thread-status';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { newestOpenState, showReplyState } from '../replies/replies.queries.ts';
import { pauseForCritic, refreshDue, resumeForCritic } from '../sla/clocks.ts';
import { divideClocks } from '../sla/divide.ts';
import { dueColumns } from '../sla/due.ts';
import { loadPromises } from '../sla/promises.ts';
import { askOf } from '../sla/wanted.ts';
import type { Db } from '../storage/database.ts';
import { branchesOf, copyMarks, firstPromise, movePart, partThreads } from '../threads/part.queries.ts';
import { partOf } from '../threads/part.ts';
import { presentRow } from '../threads/present.ts';
import { rowsById } from '../threads/queue.queries.ts';
import { summaryColumns } from '../threads/rows.ts';
import { firstStanding, type Standing } from '../threads/standing.ts';
import { type CommentFacts, summarise } from '../threads/summary.ts';
import { changeThread, commentFacts, insertThreads, type ThreadRecord } from '../threads/threads.queries.ts';
import { unanswered } from '../threads/waiting.ts';
import type { House } from './house.ts';

export interface WantedSplit {
  readonly commentIds: readonly string[];
  readonly noteIds?: readonly string[] | undefined;
}

export async function splitThread(
  house: House,
  actor: Actor,
  threadId: string,
  wanted: WantedSplit,
): Promise<{ row: ThreadRow; split: ThreadRow }> {
  const splitId = house.newId();
  return house.database.transaction(async (tx) => {
    const [seen] = await rowsById(tx, [threadId], actor);
    if (!seen) throw notFound();
    const { channelId } = seen.thread;
    await tx.dialect.lock(tx, channelId);
    const [old] = await rowsById(tx, [threadId], actor);
    if (!old) throw notFound();
    const now = house.clock.now();
    const commentIds = await takeOut(house, tx, old.thread, splitId, wanted);
    await partThreads(tx, { from: threadId, to: splitId, personId: actor.personId, at: now }, house.newId);
    await settleParts(house, tx, old.thread, splitId, now);

    const about = { kind: 'thread.split' as const, channelId, personId: actor.personId };
    await record(tx, now, [
      { ...about, threadId, payload: { into: splitId, commentIds } },
      {
        ...about,
        threadId: splitId,
        payload: { from: threadId },
        change: { before: null, after: { splitFrom: threadId } },
      },
    ]);
    const rows = new Map((await rowsById(tx, [threadId, splitId], actor)).map((row) => [row.thread.id, row]));
    const [row, split] = [rows.get(threadId), rows.get(splitId)];
    if (!row || !split) throw notFound();
    return { row: presentRow(row), split: presentRow(split) };
  });
}

async function takeOut(
  house: House,
  tx: Db,
  old: ThreadRecord,
  splitId: string,
  { commentIds, noteIds }: WantedSplit,
): Promise<readonly string[]> {
  const branches = await branchesOf(tx, old.id);
  const part = partOf(branches.comments, branches.replies, commentIds);
  if (!part) throw problem('thread.cannot_split', 422);
  const moving = { from: old.id, to: splitId, commentIds: [...part.commentIds], replyIds: [...part.replyIds] };
  await movePart(tx, { ...moving, noteIds: noteIds ?? [] });
  await copyMarks(tx, old.id, splitId, house.newId);
  return moving.commentIds;
}

interface PartState {
  readonly summary: ReturnType<typeof summarise>;
  readonly waiting: readonly CommentFacts[];
  readonly answered: boolean;
  readonly postId: string | null;
}

/** What the queue shows of both parts, where they stand, and what is promised for each. */
async function settleParts(house: House, tx: Db, old: ThreadRecord, splitId: string, now: Date): Promise<void> {
  const [rest, split] = [await stateOf(tx, old.id), await stateOf(tx, splitId)];
  const standing = standingOf(old, split);
  await insertThreads(tx, [
    {
      id: splitId,
      channelId: old.channelId,
      postId: split.postId,
      ...summaryColumns(split.summary),
      ...standing,
      resolvedAt: standing.status === 'resolved' ? (old.resolvedAt ?? now) : null,
      resolvedBy: standing.status === 'resolved' ? old.resolvedBy : null,
      assigneeId: old.assigneeId,
      tags: old.tags,
      said: old.said,
      promiseDueAt: await firstPromise(tx, splitId),
      ...dueColumns([], split.summary.openedAt),
    },
  ]);
  // Nothing that waited was taken out: it stands as people have put it.
  const restStanding = split.waiting.length > 0 || !rest.summary.answerable ? standingOf(old, rest) : pick(old);
  const ends = restStanding.status === 'resolved' && old.status !== 'resolved';
  await changeThread(tx, old.id, {
    ...summaryColumns(rest.summary),
    ...restStanding,
    ...(ends && { resolvedAt: now, resolvedBy: null }),
    promiseDueAt: await firstPromise(tx, old.id),
  });
  const division = {
    from: old.id,
    to: splitId,
    at: now,
    kind: split.answered ? ('next' as const) : ('first' as const),
    waiting: split.waiting.map((comment) => ({
      threadId: splitId,
      channelId: old.channelId,
      ...askOf(comment),
    })),
    fromWaits: rest.waiting.length > 0,
    resolvedAt: old.status === 'resolved' ? old.resolvedAt : null,
  };
  await divideClocks(tx, await loadPromises(tx), division, house.newId);
  const stand = [
    { id: old.id, at: now, status: restStanding.status },
    { id: splitId, at: now, status: standing.status },
  ];
  const [ours, theirs] = [
    stand.filter(({ status }) => status === 'open'),
    stand.filter(({ status }) => status === 'waiting'),
  ];
  await resumeForCritic(tx, ours, 'comment', null);
  await pauseForCritic(
    tx,
    theirs.map(({ id }) => id),
    now,
    null,
  );
  await refreshDue(tx, [old.id, splitId]);
  for (const id of [old.id, splitId]) await showReplyState(tx, id, await newestOpenState(tx, id));
}

const pick = ({ status, resolvedReason }: ThreadRecord): Standing => ({ status, resolvedReason });

async function stateOf(tx: Db, threadId: string): Promise<PartState> {
  const said = await commentFacts(tx, [threadId]);
  const { comments, replies } = await branchesOf(tx, threadId);
  const published = replies.filter((reply) => reply.state === 'published');
  const summary = summarise(said);
  return {
    summary,
    waiting: unanswered(
      said,
      summary.authorId,
      published.flatMap((reply) => reply.publishedAt ?? []),
    ),
    answered: published.length > 0 || said.some((comment) => comment.own),
    postId: comments.find((comment) => comment.postId)?.postId ?? null,
  };
}

/** Resolved stays resolved. Else what waits for us is open, and what we have answered waits for its critic. */
function standingOf(old: ThreadRecord, { summary, waiting, answered }: PartState): Standing {
  if (!summary.answerable) return firstStanding(summary, { history: false, own: false, held: false });
  if (old.status === 'resolved') return { status: old.status, resolvedReason: old.resolvedReason };
  const status: ThreadStatus = waiting.length > 0 ? 'open' : answered ? 'waiting' : old.status;
  return { status, resolvedReason: null };
}
