// Read is personal: what somebody has seen of a thread changes nothing for anybody else.
import type { Actor } from '@stammgast/shared/domain/permissions';
import { notFound } from '../http/problem.ts';
import { deleteReads, readsOf, saveReads, seeMentions } from '../threads/marks.queries.ts';
import { type QueueRecord, rowsById } from '../threads/queue.queries.ts';
import type { House } from './house.ts';
import { type Step, undoBy } from './on-threads.ts';

/** `until`: the newest activity that was on screen. What came since stays unread. */
export async function markRead(house: House, actor: Actor, threadId: string, until: string): Promise<{ done: true }> {
  await house.database.transaction(async (tx) => {
    const [row] = await rowsById(tx, [threadId], actor);
    if (!row) throw notFound();
    const readAt = new Date(Math.min(Date.parse(until), row.thread.lastActivityAt.getTime()));
    await saveReads(tx, actor.personId, [{ threadId, readAt }]);
    await seeMentions(tx, actor.personId, [threadId], house.clock.now());
  });
  return { done: true };
}

export async function markUnread(house: House, actor: Actor, threadId: string): Promise<{ done: true }> {
  await house.database.transaction(async (tx) => {
    const [row] = await rowsById(tx, [threadId], actor);
    if (!row) throw notFound();
    await deleteReads(tx, actor.personId, [threadId]);
  });
  return { done: true };
}

export function read(house: House, actor: Actor): Step {
  return async (tx, rows) => {
    const known = await readsOf(tx, actor.personId, idsOf(rows));
    const unread = rows.filter(({ thread }) => (known.get(thread.id) ?? 0) < thread.lastActivityAt);
    const now = unread.map(({ thread }) => ({ threadId: thread.id, readAt: thread.lastActivityAt }));
    await saveReads(tx, actor.personId, now);
    await seeMentions(tx, actor.personId, idsOf(rows), house.clock.now());
    return { done: idsOf(rows), refused: [], facts: [], undo: undoBy(unread, () => ({ kind: 'unread' })) };
  };
}

export function unread(actor: Actor): Step {
  return async (tx, rows) => {
    const known = await readsOf(tx, actor.personId, idsOf(rows));
    await deleteReads(tx, actor.personId, idsOf(rows));
    const read = rows.filter(({ thread }) => known.has(thread.id));
    return { done: idsOf(rows), refused: [], facts: [], undo: undoBy(read, () => ({ kind: 'read' })) };
  };
}

const idsOf = (rows: readonly QueueRecord[]) => rows.map(({ thread }) => thread.id);
