// A person says that threads are one: what hangs on them moves to the one that was named, and can be split off again.
import type { Merged, ThreadRow } from '@stammgast/shared/contract/threads';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import { notesOfThread } from '../threads/detail.queries.ts';
import { branchesOf } from '../threads/part.queries.ts';
import { presentRow } from '../threads/present.ts';
import { rowsById } from '../threads/queue.queries.ts';
import type { ThreadRecord } from '../threads/threads.queries.ts';
import type { House } from './house.ts';
import { joinThreads } from './join-threads.ts';
import { nothingPlaced } from './place-comments.ts';
import { refreshThreads } from './refresh-threads.ts';

export async function mergeByHand(
  house: House,
  actor: Actor,
  threadId: string,
  from: readonly string[],
): Promise<{ row: ThreadRow; merged: Merged[] }> {
  return house.database.transaction(async (tx) => {
    const [seen] = await rowsById(tx, [threadId], actor);
    if (!seen) throw notFound();
    const { channelId } = seen.thread;
    await tx.dialect.lock(tx, channelId);
    const [into] = await rowsById(tx, [threadId], actor);
    if (!into) throw notFound();
    const parts = await mergeable(tx, actor, into.thread, from);
    const merged: Merged[] = [];
    for (const part of parts) merged.push(await madeOf(tx, part));

    const now = house.clock.now();
    await joinThreads(house, tx, from, threadId, now);
    await refreshThreads(house, tx, { channelId, placed: nothingPlaced, amended: [threadId], history: false, now });
    const about = { kind: 'thread.merged' as const, channelId, personId: actor.personId };
    await record(tx, now, [
      ...merged.map((part) => ({
        ...about,
        threadId: part.threadId,
        payload: { into: threadId, ...part },
        change: { before: { mergedInto: null }, after: { mergedInto: threadId } },
      })),
      { ...about, threadId, payload: { from } },
    ]);
    const [after] = await rowsById(tx, [threadId], actor);
    if (!after) throw notFound();
    return { row: presentRow(after), merged };
  });
}

/** Threads of other channels, and those that the actor may not see, are refused alike. */
async function mergeable(
  tx: Db,
  actor: Actor,
  into: ThreadRecord,
  from: readonly string[],
): Promise<readonly ThreadRecord[]> {
  const found = (await rowsById(tx, from, actor)).map((row) => row.thread);
  const fits = found.every((thread) => thread.channelId === into.channelId && thread.id !== into.id);
  if (!fits || found.length !== from.length) throw problem('thread.cannot_merge', 422);
  return found;
}

async function madeOf(tx: Db, { id, number }: ThreadRecord): Promise<Merged> {
  const { comments } = await branchesOf(tx, id);
  const notes = await notesOfThread(tx, id);
  return {
    threadId: id,
    number,
    commentIds: comments.map((comment) => comment.id),
    noteIds: notes.map((note) => note.id),
  };
}
