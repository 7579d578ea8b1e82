// What one clock promises, as values: from a comment, from several comments together, and after its intervals changed.
import type { ClockKind } from '@stammgast/shared/contract/sla';
import type { Sentiment, Urgency } from '@stammgast/shared/domain/assessment';
import { type ClockInterval, dueAt, promiseAnew, soonAt, startInterval } from '@stammgast/shared/domain/sla-clock';
import type { NewId } from '../config/ids.ts';
import type { AskingClock, ClockWithCalendar, StoredClock } from './clocks.queries.ts';
import { type About, calendarFor, choosePolicy, type Promises, targetOf } from './promises.ts';

/** A comment asks for a promise: from when on, and by what the policy is chosen. */
export interface WantedClock {
  readonly threadId: string;
  readonly channelId: string;
  readonly kind: ClockKind;
  readonly sentiment: Sentiment;
  readonly urgency?: Urgency;
  readonly language?: string | null;
  readonly authorId?: string;
  readonly startedAt: Date;
}

/** What policies ask for beside the comment itself; see readBackground. */
export interface Background {
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** Since when criticism by somebody is known. */
  readonly critics: ReadonlyMap<string, Date>;
}
const noBackground: Background = { tags: new Map(), critics: new Map() };

function aboutOf(want: WantedClock, { tags, critics }: Background): About {
  const { channelId, threadId, sentiment, urgency = 0, language = null, authorId, startedAt } = want;
  const since = authorId === undefined ? undefined : critics.get(authorId);
  const author = since && since < startedAt ? 'again' : 'new';
  return { channelId, sentiment, urgency, language, author, tags: tags.get(threadId) ?? [] };
}

/** The clock that one comment asks for; null when the policy has no such target. */
export function newClock(
  promises: Promises,
  want: WantedClock,
  newId: NewId,
  background: Background = noBackground,
): StoredClock | null {
  const { channelId, tags: _, ...ask } = aboutOf(want, background);
  const policy = choosePolicy(promises, aboutOf(want, background));
  const targetMinutes = policy && targetOf(policy, want.kind);
  const promised = calendarFor(promises, channelId);
  if (!policy || !targetMinutes || !promised) return null;
  const { calendarId, calendar } = promised;
  const { threadId, kind, startedAt } = want;
  const intervals = startInterval(startedAt, 'comment');
  const running = { targetMinutes, calendar, intervals };
  const soon = soonAt(running, startedAt);
  return {
    id: newId(),
    threadId,
    channelId,
    kind,
    policyId: policy.id,
    policyName: policy.name,
    policyVersion: policy.version,
    ask,
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
    pausedAt: null,
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
  const pausedAt = pausedSince(clock.intervals);
  const untold = clock.breachedAt ? clock.nextFactAt && due : nextFact(clock.dueSoonAt, soon, due);
  // A clock that stands still has only to be told what it had reached before.
  const nextFactAt = pausedAt && untold && untold > pausedAt ? null : untold;
  return { ...clock, soonAt: soon, dueAt: due, breachedAt: clock.breachedAt && due, nextFactAt, pausedAt };
}

function pausedSince(intervals: readonly ClockInterval[]): Date | null {
  const last = intervals.at(-1);
  return last?.state === 'paused' ? new Date(last.from) : null;
}

/**
 * The clock under what is promised today: what has run and was paused stays. null: it promises the same already, or the
 * promise was broken by then, which nothing changes. Without a target any more it stops.
 */
export function underPromises(
  promises: Promises,
  { tags, standing, ...clock }: AskingClock,
  at: Date,
  actorId: string | null,
): StoredClock | null {
  const { channelId } = clock;
  const policy = choosePolicy(promises, { author: 'new', ...standing, ...clock.ask, channelId, tags });
  const promised = calendarFor(promises, channelId);
  if (!policy || !promised || clock.breachedAt || clock.startedAt > at || (clock.dueAt <= at && !clock.pausedAt))
    return null;
  const targetMinutes = targetOf(policy, clock.kind);
  const { calendarId, calendar } = promised;
  if (targetMinutes === clock.targetMinutes && calendarId === clock.calendarId) return null;
  const { calendar: _, ...stored } = clock;
  if (targetMinutes === null) return { ...stored, stoppedAt: at, stopReason: 'withdrawn', nextFactAt: null };
  const intervals = promiseAnew(clock, at, actorId);
  const { id: policyId, name: policyName, version: policyVersion } = policy;
  const given = { policyId, policyName, policyVersion, targetMinutes, calendarId, calendar, intervals };
  const anew = timed({ ...clock, ...given, dueSoonAt: null }, at);
  // Told to be due soon once is enough, unless there is more time now.
  const told = clock.dueSoonAt && anew.soonAt <= at ? { dueSoonAt: anew.soonAt, nextFactAt: anew.dueAt } : {};
  return { ...anew, ...told };
}

const nextFact = (toldSoon: Date | null, soon: Date, due: Date): Date => (toldSoon ? due : soon);

/** Ties are broken by what does not depend on the order of arrival. */
function comesBefore(a: StoredClock, b: StoredClock): boolean {
  const since = (clock: StoredClock) => clock.intervals[0]?.from ?? 0;
  const difference = a.dueAt.getTime() - b.dueAt.getTime() || since(a) - since(b) || a.targetMinutes - b.targetMinutes;
  return difference < 0 || (difference === 0 && a.policyName < b.policyName);
}
