// A thread is put off until a time or until somebody outside writes (refresh-threads.ts). Its clocks run on.
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { problem } from '../http/problem.ts';
import { finish, type NewJob, schedule } from '../jobs/jobs.queries.ts';
import type { Handler } from '../jobs/round.ts';
import { refreshDue, resumeForCritic } from '../sla/clocks.ts';
import type { QueueRecord } from '../threads/queue.queries.ts';
import { changeThreads, overslept, wakeThreads } from '../threads/steps.queries.ts';
import type { House } from './house.ts';
import { about, onThread, type Refusal, type Step, undoBy } from './on-threads.ts';

export const WAKE = 'wake-threads';

/** Wakes whatever is due on a channel: threads that were put off until the same minute share a job. */
const wakeJob = (channelId: string, runAt: Date): NewJob => ({
  kind: WAKE,
  uniqueKey: `${WAKE}:${channelId}:${runAt.getTime()}`,
  lane: channelId,
  payload: { channelId },
  runAt,
});

export interface Snooze {
  readonly until: string;
  /** The person knows that the deadline passes meanwhile. */
  readonly pastDue?: boolean | undefined;
}

export async function snoozeThread(house: House, actor: Actor, threadId: string, wanted: Snooze): Promise<ThreadRow> {
  return onThread(house, actor, threadId, snooze(house, actor, wanted));
}

export function snooze(house: House, actor: Actor, { until, pastDue = false }: Snooze): Step {
  const snoozedUntil = new Date(until);
  if (snoozedUntil <= house.clock.now()) throw problem('input.invalid', 422);
  return async (tx, rows) => {
    const refused = rows.flatMap((row) => refusalOf(row, snoozedUntil, pastDue) ?? []);
    const no = new Set(refused.map((one) => one.threadId));
    const able = rows.filter(({ thread }) => !no.has(thread.id));
    await changeThreads(tx, idsOf(able), { snoozedUntil, snoozedBy: actor.personId });
    const channelId = able[0]?.thread.channelId;
    if (channelId) await schedule(tx, wakeJob(channelId, snoozedUntil));
    const facts = able.map(
      (row) =>
        ({
          kind: 'thread.snoozed',
          ...about(actor, row),
          payload: { until },
          change: putOff(row, snoozedUntil),
        }) as const,
    );
    return { done: idsOf(able), refused, facts, undo: undoBy(able, backTo) };
  };
}

function refusalOf({ thread }: QueueRecord, until: Date, pastDue: boolean): Refusal | null {
  const threadId = thread.id;
  if (thread.status === 'resolved') return { threadId, code: 'thread.already_resolved', status: 409 };
  const due = [thread.dueAt, thread.promiseDueAt].filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime());
  const [dueAt] = due;
  if (pastDue || !dueAt || until <= dueAt) return null;
  return { threadId, code: 'thread.snooze_past_due', status: 409, context: { dueAt: dueAt.toISOString() } };
}

const backTo = ({ snoozedUntil }: QueueRecord['thread']) =>
  snoozedUntil
    ? ({ kind: 'snooze', until: snoozedUntil.toISOString(), pastDue: true } as const)
    : ({ kind: 'wake' } as const);

export function wakeThread(house: House, actor: Actor, threadId: string): Promise<ThreadRow> {
  return onThread(house, actor, threadId, wake(actor));
}

/** By hand: a thread returns to where it stood. */
export function wake(actor: Actor): Step {
  return async (tx, rows) => {
    const asleep = rows.filter(({ thread }) => thread.snoozedUntil !== null);
    await changeThreads(tx, idsOf(asleep), { snoozedUntil: null, snoozedBy: null });
    const facts = asleep.map(
      (row) => ({ kind: 'thread.woken', ...about(actor, row), change: putOff(row, null) }) as const,
    );
    return { done: idsOf(rows), refused: [], facts, undo: undoBy(asleep, backTo) };
  };
}

const BATCH = 200;
const wokenUp = ({ status, snoozedUntil }: { status: string; snoozedUntil: Date | null }) =>
  changeOf({ status, snoozedUntil }, { status: status === 'waiting' ? 'open' : status, snoozedUntil: null });

/** The time has come: what was put off comes back to the top of the queue. */
export function wakeDueThreads({ database, clock }: House): Handler {
  return async (job, keep) => {
    const channelId = String(job.payload.channelId);
    const wakeSome = () =>
      database.transaction(async (tx) => {
        await tx.dialect.lock(tx, channelId);
        const now = clock.now();
        const rows = await overslept(tx, channelId, now, BATCH);
        const ids = rows.map(({ id }) => id);
        // Who was waited for has not spoken until then: it is our turn again.
        const turned = await resumeForCritic(
          tx,
          ids.map((id) => ({ id, at: now })),
          'woken',
          null,
        );
        await refreshDue(tx, turned);
        const woken = await wakeThreads(tx, ids, now);
        if (ids.length < BATCH) await finish(tx, job);
        await record(
          tx,
          now,
          rows
            .filter(({ id }) => woken.has(id))
            .map((row) => ({ kind: 'thread.woken', channelId, threadId: row.id, change: wokenUp(row) }) as const),
        );
        return ids.length;
      });
    while ((await wakeSome()) === BATCH) await keep();
  };
}

const putOff = ({ thread: { snoozedUntil } }: QueueRecord, to: Date | null) =>
  changeOf({ snoozedUntil }, { snoozedUntil: to });
const idsOf = (rows: readonly QueueRecord[]) => rows.map(({ thread }) => thread.id);
