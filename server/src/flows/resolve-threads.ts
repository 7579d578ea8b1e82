// A thread is done, with or without an answer of ours; or it is not, after all.
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { nextThreadStatus, type ResolveReason } from '@stammgast/shared/domain/thread-status';
import { changeOf } from '../events/change.ts';
import { problem } from '../http/problem.ts';
import { publiclyAnswered } from '../replies/replies.queries.ts';
import { meetClocks, refreshDue, resumeClocks, resumeForCritic, stopClocks } from '../sla/clocks.ts';
import type { QueueRecord } from '../threads/queue.queries.ts';
import { changeThreads } from '../threads/steps.queries.ts';
import type { House } from './house.ts';
import { about, onThread, type Refusal, type Step, undoBy } from './on-threads.ts';

export function resolveThread(
  house: House,
  actor: Actor,
  threadId: string,
  { reason, version }: { reason?: ResolveReason | undefined; version?: number | undefined },
): Promise<ThreadRow> {
  return onThread(house, actor, threadId, async (tx, rows) => {
    const outcome = await resolve(house, actor, reason, version)(tx, rows);
    if (outcome.done.length === 0 && outcome.refused.length === 0) throw problem('conflict.version', 409);
    return outcome;
  });
}

/** Without a reason: as answered, where that is so; a thread without an answer is refused then. */
export function resolve(house: House, actor: Actor, wanted?: ResolveReason, version?: number): Step {
  return async (tx, rows) => {
    const answered = await publiclyAnswered(tx, idsOf(rows));
    const judged = rows.map((row) => judge(row, wanted, answered.has(row.thread.id)));
    const now = house.clock.now();
    const written: Resolution[] = [];
    const resolutions = judged.flatMap((one) => ('reason' in one ? [one] : []));
    for (const [reason, some] of Map.groupBy(resolutions, (one) => one.reason)) {
      const change = {
        status: 'resolved',
        resolvedReason: reason,
        resolvedBy: actor.personId,
        resolvedAt: now,
      } as const;
      const awake = { snoozedUntil: null, snoozedBy: null };
      const reached = await changeThreads(tx, idsOf(some.map((one) => one.row)), { ...change, ...awake }, version);
      await meetClocks(tx, [...reached], ['resolution'], now);
      await stopClocks(tx, [...reached], now, reason);
      written.push(...some.filter((one) => reached.has(one.row.thread.id)));
    }
    const done = written.map((one) => one.row);
    await refreshDue(tx, idsOf(done));
    const facts = written.map(
      ({ row, reason }) =>
        ({
          kind: 'thread.resolved',
          ...about(actor, row),
          payload: { reason },
          change: changeOf(standOf(row), { status: 'resolved', resolvedReason: reason, snoozedUntil: null }),
        }) as const,
    );
    const refused = judged.flatMap((one) => ('code' in one ? [one] : []));
    return { done: idsOf(done), refused, facts, undo: undoBy(done, () => ({ kind: 'reopen' })) };
  };
}

interface Resolution {
  readonly row: QueueRecord;
  readonly reason: ResolveReason;
}

function judge(row: QueueRecord, wanted: ResolveReason | undefined, answered: boolean): Resolution | Refusal {
  const threadId = row.thread.id;
  const reason = wanted ?? (answered ? 'answered' : null);
  if (!nextThreadStatus(row.thread.status, 'resolve'))
    return { threadId, code: 'thread.already_resolved', status: 409 };
  if (!reason || (reason === 'answered' && !answered)) return { threadId, code: 'thread.reason_needed', status: 422 };
  return { row, reason };
}

export function reopenThread(house: House, actor: Actor, threadId: string): Promise<ThreadRow> {
  return onThread(house, actor, threadId, reopen(house, actor));
}

export function reopen(house: House, actor: Actor): Step {
  return async (tx, rows) => {
    const now = house.clock.now();
    const able = rows.filter(({ thread }) => nextThreadStatus(thread.status, 'reopen') !== null);
    const refused = rows
      .filter((row) => !able.includes(row))
      .map(({ thread }) => ({ threadId: thread.id, code: 'thread.not_resolved', status: 409 }) as const);
    const fresh = { resolvedReason: null, resolvedBy: null, resolvedAt: null };
    await changeThreads(tx, idsOf(able), { status: 'open', ...fresh });
    const resolved = able.flatMap(({ thread: { id, resolvedAt } }) => (resolvedAt ? [{ id, resolvedAt }] : []));
    await resumeClocks(tx, resolved, now, actor.personId);
    const waiting = able
      .filter(({ thread }) => thread.status === 'waiting')
      .map(({ thread: { id } }) => ({ id, at: now }));
    await resumeForCritic(tx, waiting, 'reopened', actor.personId);
    await refreshDue(tx, idsOf(able));
    const open = { status: 'open', resolvedReason: null };
    const facts = able.map(
      (row) =>
        ({
          kind: 'thread.reopened',
          ...about(actor, row),
          change: changeOf(standOf(row), { ...standOf(row), ...open }),
        }) as const,
    );
    const undo = undoBy(able, ({ resolvedReason }) => resolvedReason && { kind: 'resolve', reason: resolvedReason });
    return { done: idsOf(able), refused, facts, undo };
  };
}

const standOf = ({ thread: { status, resolvedReason, snoozedUntil } }: QueueRecord) => ({
  status,
  resolvedReason,
  snoozedUntil,
});
const idsOf = (rows: readonly QueueRecord[]) => rows.map(({ thread }) => thread.id);
