// A confirmed promise comes back to the queue before it is due, and is called broken when its time has come.
import { nextThreadStatus } from '@stammgast/shared/domain/thread-status';
import { record } from '../events/record.ts';
import { finish, type Job, type NewJob, postpone } from '../jobs/jobs.queries.ts';
import type { Handler } from '../jobs/round.ts';
import { promiseById, type StoredPromise, savePromise } from '../promises/promises.queries.ts';
import { refreshDue } from '../sla/clocks.ts';
import type { Db } from '../storage/database.ts';
import { changeThread, threadsById } from '../threads/threads.queries.ts';
import type { House } from './house.ts';
import { factOf } from './notice-promises.ts';

export const REMIND = 'remind-of-promise';

export const reminderJob = ({ id, channelId }: StoredPromise, runAt: Date): NewJob => ({
  kind: REMIND,
  uniqueKey: `${REMIND}:${id}`,
  lane: channelId,
  payload: { promiseId: id },
  runAt,
});

export function remindOfPromises(house: House): Handler {
  return (job) => house.database.transaction((tx) => remind(house, tx, job));
}

async function remind(house: House, tx: Db, job: Job): Promise<void> {
  const found = await promiseById(tx, String(job.payload.promiseId));
  if (found) await tx.dialect.lock(tx, found.channelId);
  const promise = found && (await promiseById(tx, found.id));
  if (promise?.state !== 'open') return finish(tx, job);
  const now = house.clock.now();
  if (now < (promise.remindAt ?? promise.dueAt)) return postpone(tx, job, promise.remindAt ?? promise.dueAt, null);
  if (now < promise.dueAt) return tell(tx, job, promise, now);
  await finish(tx, job);
  await breakPromise(tx, promise, now);
}

/** Its time has come and nothing is known to have been done. */
export async function breakPromise(tx: Db, promise: StoredPromise, now: Date): Promise<void> {
  const broken = await savePromise(tx, promise, { state: 'broken' });
  if (!broken) return;
  await bringBack(tx, broken.threadId);
  await record(tx, now, [factOf('promise.broken', broken, null)]);
}

/** Once for each due time: somebody may have given it another one since. */
async function tell(tx: Db, job: Job, promise: StoredPromise, now: Date): Promise<void> {
  const toldFor = promise.dueAt.getTime();
  await postpone(tx, job, promise.dueAt, null, { ...job.payload, toldFor });
  if (job.payload.toldFor === toldFor) return;
  await bringBack(tx, promise.threadId);
  await record(tx, now, [factOf('promise.due-soon', promise, null)]);
}

/** It is our turn again, wherever the thread was put. */
async function bringBack(tx: Db, threadId: string): Promise<void> {
  const [thread] = await threadsById(tx, [threadId]);
  if (!thread) return;
  const status = nextThreadStatus(thread.status, 'reopen');
  const opened = status ? { status, resolvedReason: null, resolvedBy: null, resolvedAt: null } : {};
  await changeThread(tx, threadId, { ...opened, snoozedUntil: null, snoozedBy: null });
  await refreshDue(tx, [threadId]);
}
