// What one clock promises, as values: from a comment, from several comments together, and after its intervals changed.
import type { ClockKind } from '@stammgast/shared/contract/sla';
import type { Sentiment } from '@stammgast/shared/domain/assessment';
import { dueAt, soonAt, startInterval } from '@stammgast/shared/domain/sla-clock';
import type { NewId } from '../config/ids.ts';
import type { ClockWithCalendar, StoredClock } from './clocks.queries.ts';
import { choosePolicy, type Promises, targetOf } from './promises.ts';

/** A comment asks for a promise: from when on, and by what the policy is chosen. */
export interface WantedClock {
  readonly threadId: string;
  readonly channelId: string;
  readonly kind: ClockKind;
  readonly sentiment: Sentiment;
  readonly startedAt: Date;
}

/** The clock that one comment asks for; null when the policy has no such target. */
export function newClock(promises: Promises, want: WantedClock, newId: NewId): StoredClock | null {
  const policy = choosePolicy(promises, want);
  const targetMinutes = policy && targetOf(policy, want.kind);
  if (!policy || !targetMinutes || !promises.calendar) return null;
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
    policyName: policy.name,
    targetMinutes,
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

/**
 * One clock for two comments that wait for the same answer, in whichever order they came: the deadline that comes first
 * counts, with its policy and intervals, and `startedAt` says since when the critic waits. So a harsher comment can
 * bring a deadline forward, but never before its own time has run, and a milder one never puts it off.
 */
export function joinClocks(clock: StoredClock, other: StoredClock): StoredClock {
  const startedAt = other.startedAt < clock.startedAt ? other.startedAt : clock.startedAt;
  const binding = comesBefore(other, clock) ? other : clock;
  if (binding === clock && startedAt === clock.startedAt) return clock;
  const { soonAt, dueAt } = binding;
  const late = [clock, other].find((each) => each.breachedAt);
  const told = clock.dueSoonAt ?? other.dueSoonAt;
  return {
    ...binding,
    id: clock.id,
    threadId: clock.threadId,
    startedAt,
    dueSoonAt: told && soonAt,
    breachedAt: late ? dueAt : null,
    nextFactAt: late ? late.nextFactAt && dueAt : nextFact(told, soonAt, dueAt),
  };
}

/** A running clock with the times that follow from its intervals. What was told already is not told again. */
export function timed({ calendar, ...clock }: ClockWithCalendar, now: Date): StoredClock {
  const running = { ...clock, calendar };
  const soon = soonAt(running, now);
  const due = dueAt(running, now);
  const untold = clock.breachedAt ? clock.nextFactAt && due : nextFact(clock.dueSoonAt, soon, due);
  return { ...clock, soonAt: soon, dueAt: due, breachedAt: clock.breachedAt && due, nextFactAt: untold };
}

const nextFact = (toldSoon: Date | null, soon: Date, due: Date): Date => (toldSoon ? due : soon);

/** Ties are broken by what does not depend on the order of arrival. */
function comesBefore(a: StoredClock, b: StoredClock): boolean {
  const since = (clock: StoredClock) => clock.intervals[0]?.from ?? 0;
  const difference = a.dueAt.getTime() - b.dueAt.getTime() || since(a) - since(b) || a.targetMinutes - b.targetMinutes;
  return difference < 0 || (difference === 0 && a.policyName < b.policyName);
}
