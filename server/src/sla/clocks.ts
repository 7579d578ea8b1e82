import type { ClockKind } from '@stammgast/shared/contract/sla';
import type { Sentiment } from '@stammgast/shared/domain/assessment';
import { dueAt, pause, resume, soonAt, startInterval } from '@stammgast/shared/domain/sla-clock';
import type { NewId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import {
  type ClockWithCalendar,
  clocksOf,
  endClocks,
  giveClocks,
  runningClocksOf,
  type StoredClock,
  saveClocks,
  writeDue,
} from './clocks.queries.ts';
import { choosePolicy, type Promises, targetOf } from './promises.ts';

/** A comment asks for a promise: from when on, and by what the policy is chosen. */
export interface WantedClock {
  readonly threadId: string;
  readonly channelId: string;
  readonly kind: ClockKind;
  readonly sentiment: Sentiment;
  readonly startedAt: Date;
}

/** All clocks of these threads, also ended ones, oldest first. */
export async function clocksByThread(db: Db, threadIds: readonly string[]): Promise<Map<string, StoredClock[]>> {
  if (threadIds.length === 0) return new Map();
  return Map.groupBy<string, StoredClock>(await clocksOf(db, threadIds), (clock) => clock.threadId);
}

/**
 * Starts clocks where the policy has a target. Where one of that kind runs already it goes on, with the earlier start
 * and the shorter target of the two: comments may arrive in any order, and a promise is tightened but never loosened.
 * Returns the clocks that were started or changed, by thread.
 */
export async function startClocks(
  tx: Db,
  promises: Promises,
  wanted: readonly WantedClock[],
  newId: NewId,
): Promise<Map<string, StoredClock[]>> {
  const asked = [...Map.groupBy(wanted, keyOf).values()].map((wants) => strictest(promises, wants));
  if (asked.length === 0) return new Map();
  const running = await runningClocksOf(tx, [...new Set(asked.map((want) => want.threadId))]);
  const known = new Map(running.map((clock) => [keyOf(clock), clock]));
  const clocks = asked.flatMap((want) => {
    const clock = known.get(keyOf(want));
    return (clock ? tightened(promises, clock, want) : newClock(promises, want, newId)) ?? [];
  });
  await saveClocks(tx, clocks);
  return Map.groupBy<string, StoredClock>(clocks, (clock) => clock.threadId);
}

/** Our public answer or the resolution fulfils these promises, at the moment the platform accepted it. Call refreshDue. */
export async function meetClocks(
  tx: Db,
  threadId: string,
  kinds: readonly ClockKind[],
  at: Date,
): Promise<StoredClock[]> {
  return endClocks(tx, { threadIds: [threadId], kinds }, { metAt: at });
}

/** Ends all promises of these threads without fulfilling them; `reason` is a code. Call refreshDue afterwards. */
export async function stopClocks(
  tx: Db,
  threadIds: readonly string[],
  at: Date,
  reason: string,
): Promise<StoredClock[]> {
  if (threadIds.length === 0) return [];
  return endClocks(tx, { threadIds }, { stoppedAt: at, stopReason: reason });
}

/**
 * A resolution is taken back by a person: what ended with it at `resolvedAt` goes on, and the time in between counts
 * as a pause. So resolving and reopening neither renews nor breaks a promise. Call refreshDue afterwards.
 */
export async function resumeClocks(
  tx: Db,
  threadId: string,
  resolvedAt: Date,
  at: Date,
  actorId: string | null,
): Promise<StoredClock[]> {
  const endedThen = (clock: StoredClock) => {
    const ended = clock.stoppedAt ?? (clock.kind === 'resolution' ? clock.metAt : null);
    return ended?.getTime() === resolvedAt.getTime();
  };
  const clocks = (await clocksOf(tx, [threadId])).filter(endedThen).map((clock) => {
    const intervals = resume(pause(clock.intervals, resolvedAt, 'resolved', null), at, 'reopened', actorId);
    return timed({ ...clock, intervals, metAt: null, stoppedAt: null, stopReason: null }, at);
  });
  await saveClocks(tx, clocks);
  return clocks;
}

/** Threads become one: of each kind the clock that started first goes on, the others stop. Call refreshDue afterwards. */
export async function moveClocks(
  tx: Db,
  fromThreadIds: readonly string[],
  toThreadId: string,
  at: Date,
): Promise<void> {
  if (fromThreadIds.length === 0) return;
  const running = await runningClocksOf(tx, [...fromThreadIds, toThreadId]);
  const others = [...Map.groupBy(running, (clock) => clock.kind).values()].flatMap(([, ...rest]) => rest);
  if (others.length > 0) {
    const threadIds = [...fromThreadIds, toThreadId];
    await endClocks(tx, { threadIds, ids: others.map((clock) => clock.id) }, { stoppedAt: at, stopReason: 'merged' });
  }
  await giveClocks(tx, fromThreadIds, toThreadId);
}

/** Writes what the queue shows and sorts by into the threads' rows, after their clocks changed. */
export async function refreshDue(tx: Db, threadIds: readonly string[]): Promise<void> {
  if (threadIds.length > 0) await writeDue(tx, threadIds);
}

const keyOf = ({ threadId, kind }: { threadId: string; kind: ClockKind }): string => `${kind} ${threadId}`;

/** Several comments ask for the same clock: it starts with the first and has the shortest of their targets. */
function strictest(promises: Promises, list: readonly WantedClock[]): WantedClock {
  const target = (want: WantedClock) => targetFor(promises, want)?.targetMinutes ?? Number.POSITIVE_INFINITY;
  const hardest = list.reduce((a, b) => (target(b) < target(a) ? b : a));
  const startedAt = list.reduce((at, { startedAt }) => (startedAt < at ? startedAt : at), hardest.startedAt);
  return { ...hardest, startedAt };
}

function targetFor(promises: Promises, want: WantedClock): { policyName: string; targetMinutes: number } | null {
  const policy = choosePolicy(promises, want);
  const targetMinutes = policy && targetOf(policy, want.kind);
  return policy && targetMinutes ? { policyName: policy.name, targetMinutes } : null;
}

function newClock(promises: Promises, want: WantedClock, newId: NewId): StoredClock | null {
  const target = targetFor(promises, want);
  if (!target || !promises.calendar) return null;
  const { targetMinutes } = target;
  const { id: calendarId, calendar } = promises.calendar;
  const { threadId, channelId, kind, startedAt } = want;
  const intervals = startInterval(startedAt, 'comment');
  const running = { targetMinutes, calendar, intervals };
  const soon = soonAt(running, startedAt);
  return {
    id: newId(),
    threadId,
    channelId,
    kind,
    ...target,
    calendarId,
    startedAt,
    soonAt: soon,
    dueAt: dueAt(running, startedAt),
    nextFactAt: soon,
    dueSoonAt: null,
    breachedAt: null,
    metAt: null,
    stoppedAt: null,
    stopReason: null,
    intervals,
  };
}

function tightened(promises: Promises, clock: ClockWithCalendar, want: WantedClock): StoredClock | null {
  const target = targetFor(promises, want);
  const shorter = target && target.targetMinutes < clock.targetMinutes ? target : {};
  const [first, ...later] = clock.intervals;
  const startedAt = want.startedAt < clock.startedAt ? want.startedAt : clock.startedAt;
  if (!first || (startedAt === clock.startedAt && shorter !== target)) return null;
  const intervals = [{ ...first, from: startedAt.getTime() }, ...later];
  return timed({ ...clock, ...shorter, startedAt, intervals }, startedAt);
}

/** A running clock with the times that follow from its intervals. What was told already is not told again. */
function timed({ calendar, ...clock }: ClockWithCalendar, now: Date): StoredClock {
  const running = { ...clock, calendar };
  const soon = soonAt(running, now);
  const due = dueAt(running, now);
  const untold = clock.dueSoonAt ? due : soon;
  return {
    ...clock,
    soonAt: soon,
    dueAt: due,
    breachedAt: clock.breachedAt && due,
    nextFactAt: clock.breachedAt ? null : untold,
  };
}
