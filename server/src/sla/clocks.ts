import type { ClockKind } from '@stammgast/shared/contract/sla';
import { pause, resume } from '@stammgast/shared/domain/sla-clock';
import type { NewId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import { readBackground } from './background.ts';
import {
  type ClockWithCalendar,
  clocksOf,
  endClocks,
  giveClocks,
  insertClocks,
  runningClocksOf,
  type StoredClock,
  saveClocks,
  withCalendars,
  writeDue,
} from './clocks.queries.ts';
import type { Promises } from './promises.ts';
import { joinClocks, newClock, timed, type WantedClock } from './terms.ts';

/** All clocks of these threads, also ended ones, oldest first. */
export async function clocksByThread(db: Db, threadIds: readonly string[]): Promise<Map<string, StoredClock[]>> {
  if (threadIds.length === 0) return new Map();
  return Map.groupBy<string, StoredClock>(await clocksOf(db, threadIds), (clock) => clock.threadId);
}

/**
 * Starts clocks where the policy has a target. Where one of that kind runs already it goes on; comments may arrive in
 * any order, see joinClocks. Returns the clocks that were started or changed, by thread. Call refreshDue afterwards.
 */
export async function startClocks(
  tx: Db,
  promises: Promises,
  wanted: readonly WantedClock[],
  newId: NewId,
): Promise<Map<string, StoredClock[]>> {
  if (wanted.length === 0) return new Map();
  const running = await runningClocksOf(tx, [...new Set(wanted.map((want) => want.threadId))]);
  const known = new Map(running.map((clock) => [keyOf(clock), clock]));
  const background = await readBackground(tx, promises, wanted);
  const clocks = [...Map.groupBy(wanted, keyOf)].flatMap(([key, wants]) => {
    const before = known.get(key) ?? null;
    const after = wants.reduce<StoredClock | null>((clock, want) => {
      const next = newClock(promises, want, newId, background);
      return clock && next ? joinClocks(clock, next) : (clock ?? next);
    }, before);
    return after && after !== before ? [after] : [];
  });
  const [changed, fresh] = [clocks.filter((c) => known.has(keyOf(c))), clocks.filter((c) => !known.has(keyOf(c)))];
  await insertClocks(tx, fresh);
  await saveClocks(tx, changed);
  return Map.groupBy(clocks, (clock) => clock.threadId);
}

/** Our public answer or the resolution fulfils these promises, at the moment the platform accepted it. Call refreshDue. */
export async function meetClocks(
  tx: Db,
  threadIds: readonly string[],
  kinds: readonly ClockKind[],
  at: Date,
): Promise<StoredClock[]> {
  if (threadIds.length === 0) return [];
  return endClocks(tx, { threadIds, kinds }, { metAt: at });
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
 * Resolutions are taken back by a person: what ended with a thread at its `resolvedAt` goes on, and the time in between
 * counts as a pause. So resolving and reopening neither renews nor breaks a promise. Call refreshDue afterwards.
 */
export async function resumeClocks(
  tx: Db,
  threads: readonly { readonly id: string; readonly resolvedAt: Date }[],
  at: Date,
  actorId: string | null,
): Promise<StoredClock[]> {
  if (threads.length === 0) return [];
  const resolvedAt = new Map(threads.map((thread) => [thread.id, thread.resolvedAt]));
  const stored = await clocksOf(tx, [...resolvedAt.keys()]);
  const clocks = stored.flatMap((clock) => {
    const ended = clock.stoppedAt ?? (clock.kind === 'resolution' ? clock.metAt : null);
    const then = resolvedAt.get(clock.threadId);
    return then && ended?.getTime() === then.getTime() ? [goesOn(clock, then, at, actorId)] : [];
  });
  await saveClocks(tx, clocks);
  return clocks;
}

/** It is the critic's turn: the promise to resolve stands still. Call refreshDue afterwards. */
export async function pauseForCritic(tx: Db, threadIds: readonly string[], at: Date, actorId: string | null) {
  await turnResolutions(tx, threadIds, ({ intervals }) => pause(intervals, at, WAITS_FOR_CRITIC, actorId));
}

/** It is our turn again, since the critic spoke or a person said so. Call refreshDue for the threads given back. */
export async function resumeForCritic(
  tx: Db,
  threads: readonly { readonly id: string; readonly at: Date }[],
  reason: 'comment' | 'reopened' | 'woken',
  actorId: string | null,
): Promise<string[]> {
  const times = new Map(threads.map(({ id, at }) => [id, at]));
  return turnResolutions(tx, [...times.keys()], ({ threadId, intervals }) =>
    resume(intervals, times.get(threadId) ?? new Date(0), reason, actorId),
  );
}

const WAITS_FOR_CRITIC = 'waits-for-critic';

async function turnResolutions(
  tx: Db,
  threadIds: readonly string[],
  turn: (clock: StoredClock) => StoredClock['intervals'],
): Promise<string[]> {
  if (threadIds.length === 0) return [];
  const running = (await runningClocksOf(tx, threadIds)).filter((clock) => clock.kind === 'resolution');
  const turned = running.flatMap((clock) => {
    const intervals = turn(clock);
    return intervals === clock.intervals ? [] : [{ ...clock, intervals }];
  });
  const clocks = await withCalendars(tx, turned);
  await saveClocks(
    tx,
    clocks.map((clock) => timed(clock, new Date(clock.intervals.at(-1)?.from ?? 0))),
  );
  return turned.map((clock) => clock.threadId);
}

const responses: readonly ClockKind[] = ['first', 'next'];
const UNHEARD = 'unheard';

/** Nobody waits for an answer any more, because what was said is gone. Call refreshDue afterwards. */
export async function restClocks(tx: Db, threadIds: readonly string[], at: Date): Promise<void> {
  if (threadIds.length > 0)
    await endClocks(tx, { threadIds, kinds: responses }, { stoppedAt: at, stopReason: UNHEARD });
}

/** What was gone is back: the newest promise that rested goes on, unless one runs already. Call refreshDue afterwards. */
export async function wakeClocks(tx: Db, threadId: string, at: Date): Promise<void> {
  const clocks = (await clocksOf(tx, [threadId])).filter((clock) => responses.includes(clock.kind));
  if (clocks.some((clock) => !clock.metAt && !clock.stoppedAt)) return;
  const rested = clocks.findLast((clock) => clock.stopReason === UNHEARD);
  if (rested?.stoppedAt) await saveClocks(tx, [goesOn(rested, rested.stoppedAt, at, null)]);
}

/** Threads become one: of each kind one clock goes on for all, see joinClocks; the others stop. Call refreshDue. */
export async function moveClocks(
  tx: Db,
  fromThreadIds: readonly string[],
  toThreadId: string,
  at: Date,
): Promise<void> {
  if (fromThreadIds.length === 0) return;
  const threadIds = [...fromThreadIds, toThreadId];
  const running = (await clocksOf(tx, threadIds)).filter((clock) => !clock.metAt && !clock.stoppedAt);
  // One that stands still would be due from now on, not from then on.
  const kinds = [
    ...Map.groupBy(
      running.map((clock) => timed(clock, at)),
      (clock) => clock.kind,
    ).values(),
  ];
  const others = kinds.flatMap(([, ...rest]) => rest.map((clock) => clock.id));
  if (others.length > 0) {
    await saveClocks(
      tx,
      kinds.map((same) => same.reduce(joinClocks)),
    );
    await endClocks(tx, { threadIds, ids: others }, { stoppedAt: at, stopReason: 'merged' });
  }
  await giveClocks(tx, fromThreadIds, toThreadId);
}

/** Writes what the queue shows and sorts by into the threads' rows, after their clocks changed. */
export async function refreshDue(tx: Db, threadIds: readonly string[]): Promise<void> {
  if (threadIds.length > 0) await writeDue(tx, threadIds, false);
}

/** The same, and tells browsers that the rows look different now: for those who change nothing else in them. */
export async function renewDue(tx: Db, threadIds: readonly string[]): Promise<void> {
  if (threadIds.length > 0) await writeDue(tx, threadIds, true);
}

/** The time since it ended counts as a pause. */
function goesOn(clock: ClockWithCalendar, endedAt: Date, at: Date, actorId: string | null): StoredClock {
  const intervals = resume(pause(clock.intervals, endedAt, 'resolved', null), at, 'reopened', actorId);
  return timed({ ...clock, intervals, metAt: null, stoppedAt: null, stopReason: null }, at);
}

const keyOf = ({ threadId, kind }: { threadId: string; kind: ClockKind }): string => `${kind} ${threadId}`;
