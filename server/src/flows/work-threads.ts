// What the team does with a thread: assign, resolve, open again, note.
import type { Note, ThreadRow } from '@stammgast/shared/contract/threads';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { nextThreadStatus, type ResolveReason } from '@stammgast/shared/domain/thread-status';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { hasPublicAnswer } from '../replies/replies.queries.ts';
import { meetClocks, refreshDue, resumeClocks, stopClocks } from '../sla/clocks.ts';
import type { Db } from '../storage/database.ts';
import { insertNote, notesOfThread, worksOn } from '../threads/detail.queries.ts';
import { presentRow } from '../threads/present.ts';
import { type QueueRecord, rowsById } from '../threads/queue.queries.ts';
import { changeThread, type NewThread } from '../threads/threads.queries.ts';
import type { House } from './house.ts';

export async function assignThread(
  house: House,
  actor: Actor,
  threadId: string,
  wanted: { assigneeId: string | null; version?: number | undefined },
): Promise<ThreadRow> {
  return onThread(house, actor, threadId, async (tx, { thread }) => {
    if (wanted.assigneeId !== null && !(await worksOn(tx, wanted.assigneeId, thread.channelId))) {
      throw problem('input.invalid', 422);
    }
    await change(tx, threadId, { assigneeId: wanted.assigneeId }, wanted.version);
    await record(tx, house.clock.now(), [
      { kind: 'thread.assigned', ...about(actor, thread), payload: { from: thread.assigneeId, to: wanted.assigneeId } },
    ]);
  });
}

export async function resolveThread(
  house: House,
  actor: Actor,
  threadId: string,
  wanted: { reason?: ResolveReason | undefined; version?: number | undefined },
): Promise<ThreadRow> {
  return onThread(house, actor, threadId, async (tx, { thread }) => {
    const status = nextThreadStatus(thread.status, 'resolve');
    if (!status) throw problem('thread.already_resolved', 409);
    const answered = await hasPublicAnswer(tx, threadId);
    const reason = wanted.reason ?? (answered ? 'answered' : null);
    if (!reason || (reason === 'answered' && !answered)) throw problem('thread.reason_needed', 422);
    const now = house.clock.now();
    const resolution = { status, resolvedReason: reason, resolvedBy: actor.personId, resolvedAt: now };
    await change(tx, threadId, resolution, wanted.version);
    await meetClocks(tx, threadId, ['resolution'], now);
    await stopClocks(tx, [threadId], now, reason);
    await refreshDue(tx, [threadId]);
    await record(tx, now, [{ kind: 'thread.resolved', ...about(actor, thread), payload: { reason } }]);
  });
}

export async function reopenThread(house: House, actor: Actor, threadId: string): Promise<ThreadRow> {
  return onThread(house, actor, threadId, async (tx, { thread }) => {
    const status = nextThreadStatus(thread.status, 'reopen');
    if (!status) throw problem('thread.not_resolved', 409);
    const now = house.clock.now();
    await change(tx, threadId, { status, resolvedReason: null, resolvedBy: null, resolvedAt: null });
    if (thread.resolvedAt) await resumeClocks(tx, threadId, thread.resolvedAt, now, actor.personId);
    await refreshDue(tx, [threadId]);
    await record(tx, now, [{ kind: 'thread.reopened', ...about(actor, thread) }]);
  });
}

export async function addNote(house: House, actor: Actor, threadId: string, body: string): Promise<Note> {
  const id = house.newId();
  await onThread(house, actor, threadId, async (tx, { thread }) => {
    const now = house.clock.now();
    await insertNote(tx, { id, threadId, personId: actor.personId, body, createdAt: now });
    await change(tx, threadId, {});
    await record(tx, now, [{ kind: 'note.added', ...about(actor, thread), payload: { noteId: id } }]);
  });
  const note = (await notesOfThread(house.database.reader, threadId)).find((n) => n.id === id);
  if (!note) throw notFound();
  return { ...note, createdAt: note.createdAt.toISOString() };
}

/** Runs work on a thread that the actor may see, and gives back the row as it is afterwards. */
async function onThread(
  house: House,
  actor: Actor,
  threadId: string,
  work: (tx: Db, row: QueueRecord) => Promise<void>,
): Promise<ThreadRow> {
  return house.database.transaction(async (tx) => {
    const [seen] = await rowsById(tx, [threadId], actor);
    if (!seen) throw notFound();
    await tx.dialect.lock(tx, seen.thread.channelId);
    const [row] = await rowsById(tx, [threadId], actor);
    if (!row) throw notFound();
    await work(tx, row);
    const [after] = await rowsById(tx, [threadId], actor);
    if (!after) throw notFound();
    return presentRow(after);
  });
}

async function change(tx: Db, id: string, values: Partial<NewThread>, version?: number): Promise<void> {
  if (!(await changeThread(tx, id, values, version))) throw problem('conflict.version', 409);
}

const about = (actor: Actor, thread: QueueRecord['thread']) => ({
  channelId: thread.channelId,
  threadId: thread.id,
  personId: actor.personId,
});
