// What people do with what we promised in public: confirm it, give it another time, mark it as kept, dismiss it.
import type { PromiseMade } from '@stammgast/shared/contract/promises';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { nextPromiseState, type PromiseStep } from '@stammgast/shared/domain/promise-status';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { schedule } from '../jobs/jobs.queries.ts';
import { presentPromise } from '../promises/present.ts';
import { insertPromises, promiseById, type StoredPromise, savePromise } from '../promises/promises.queries.ts';
import { remindAt } from '../promises/reminder.ts';
import { refreshDue } from '../sla/clocks.ts';
import type { Db } from '../storage/database.ts';
import { channelById } from '../threads/detail.queries.ts';
import { rowsById } from '../threads/queue.queries.ts';
import { changeThread } from '../threads/threads.queries.ts';
import type { House } from './house.ts';
import { factOf } from './notice-promises.ts';
import { reminderJob } from './remind-of-promises.ts';

export async function addPromise(
  house: House,
  actor: Actor,
  threadId: string,
  given: { words: string; dueAt: string },
): Promise<PromiseMade> {
  return house.database.transaction(async (tx) => {
    const [row] = await rowsById(tx, [threadId], actor);
    if (!row) throw notFound();
    await tx.dialect.lock(tx, row.thread.channelId);
    const channel = await channelById(tx, row.thread.channelId);
    // Nobody could keep it there any more.
    if (!channel || channel.removedAt) throw problem('channel.not_manageable', 422);
    const now = house.clock.now();
    const dueAt = ahead(new Date(given.dueAt), now);
    const promise: StoredPromise = {
      id: house.newId(),
      threadId,
      channelId: row.thread.channelId,
      replyId: null,
      words: given.words,
      dueAt,
      state: 'open',
      createdAt: now,
      confirmedBy: actor.personId,
      confirmedAt: now,
      remindAt: remindAt(now, dueAt, now),
      endedAt: null,
      endedBy: null,
    };
    // The row first: a thread that has become part of another meanwhile has none.
    if (!(await changeThread(tx, threadId, {}))) throw notFound();
    await insertPromises(tx, [promise]);
    return settle(tx, actor, promise, now, null);
  });
}

export async function changePromise(
  house: House,
  actor: Actor,
  promiseId: string,
  wanted: { step: Exclude<PromiseStep, 'expire'>; dueAt?: string | undefined },
): Promise<PromiseMade> {
  return house.database.transaction(async (tx) => {
    const { channelId } = await visiblePromise(tx, actor, promiseId);
    await tx.dialect.lock(tx, channelId);
    const promise = await visiblePromise(tx, actor, promiseId);
    const state = nextPromiseState(promise.state, wanted.step);
    if (!state) throw problem('promise.wrong_state', 409);
    const now = house.clock.now();
    const saved = await savePromise(tx, promise, { state, ...columnsOf(promise, wanted, actor, now) });
    if (!saved) throw problem('promise.wrong_state', 409);
    await changeThread(tx, saved.threadId, {});
    return settle(tx, actor, saved, now, promise);
  });
}

function columnsOf(
  promise: StoredPromise,
  { step, dueAt: given }: { step: PromiseStep; dueAt?: string | undefined },
  { personId }: Actor,
  now: Date,
): Partial<StoredPromise> {
  if (step === 'keep' || step === 'dismiss') return { endedAt: now, endedBy: personId };
  if (step === 'suggest') return { confirmedBy: null, confirmedAt: null, remindAt: null, endedAt: null, endedBy: null };
  const dueAt = step === 'confirm' ? ahead(given ? new Date(given) : promise.dueAt, now) : promise.dueAt;
  const confirmed = { confirmedBy: promise.confirmedBy ?? personId, confirmedAt: promise.confirmedAt ?? now };
  return { dueAt, ...confirmed, remindAt: remindAt(promise.createdAt, dueAt, now), endedAt: null, endedBy: null };
}

/** A time that is over cannot be promised. */
function ahead(dueAt: Date, now: Date): Date {
  if (dueAt <= now) throw problem('input.invalid', 422);
  return dueAt;
}

async function settle(
  tx: Db,
  actor: Actor,
  promise: StoredPromise,
  now: Date,
  before: StoredPromise | null,
): Promise<PromiseMade> {
  if (promise.state === 'open') await schedule(tx, reminderJob(promise, promise.remindAt ?? now));
  await refreshDue(tx, [promise.threadId]);
  await record(tx, now, [factOf('promise.changed', promise, actor.personId, before)]);
  return presentPromise(promise);
}

async function visiblePromise(db: Db, actor: Actor, promiseId: string): Promise<StoredPromise> {
  const promise = await promiseById(db, promiseId);
  if (!promise || !sees(actor, promise.channelId)) throw notFound();
  return promise;
}
