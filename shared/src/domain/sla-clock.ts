import type { Calendar } from '../contract/sla.ts';
import { addBusinessMinutes, businessMinutesBetween, businessStretches, specialDaysBetween } from './business-hours.ts';

/** One stretch of a clock as it is kept; closed hours are not, they follow from the calendar. Times in ms since 1970. */
export interface ClockInterval {
  readonly from: number;
  /** null: still going on, or until the clock ended. Only the last interval may have it. */
  readonly to: number | null;
  readonly state: 'running' | 'paused';
  /** A code that the client translates: 'comment', 'waits-for-critic', 'resolved' … */
  readonly reason: string;
  readonly actorId: string | null;
  /** Of a stretch that ran under an earlier promise: its business minutes, which no later calendar changes. */
  readonly ran?: number;
  /** The calendar by which these were counted. */
  readonly calendarId?: string;
  /** Begins with a new promise: what was promised before. */
  readonly before?: FormerPromise;
}

export interface FormerPromise {
  readonly policyName: string;
  readonly policyVersion: number | null;
  readonly targetMinutes: number;
}

/** All that a deadline depends on, beside now. Intervals follow each other without gaps. */
export interface RunningClock {
  readonly targetMinutes: number;
  readonly calendar: Calendar;
  readonly intervals: readonly ClockInterval[];
}

/** A clock that may have ended: met by an answer or resolution, or stopped for a reason. */
export interface EndedClock extends RunningClock {
  readonly metAt: Date | null;
  readonly stoppedAt: Date | null;
  /** Calendars of earlier promises by their ids: only the log asks for them. */
  readonly former?: ReadonlyMap<string, Calendar>;
}

export const clockStates = ['ok', 'soon', 'over', 'paused', 'met', 'stopped'] as const;
export type ClockState = (typeof clockStates)[number];

/** A line of the clock's readable log. `outside`: outside business hours. */
export interface ClockLine {
  readonly from: Date;
  readonly to: Date | null;
  readonly state: 'running' | 'paused' | 'outside';
  readonly reason: string;
  readonly actorId: string | null;
  /** The first line of a new promise: what was promised before. */
  readonly before: FormerPromise | null;
  /** Of closed hours: the names of the special days in them. */
  readonly days: readonly string[];
}

const SOON_SHARE = 0.25;
const SOON_MINUTES = 30;
/** Older closed hours are not listed one by one. */
const LISTED_MS = 31 * 86_400_000;

/**
 * Business minutes before the deadline at which a promise is 'due soon': a quarter of it, but at most 30.
 * So a short promise is not urgent from its first minute on, and a long one not for half a day.
 */
export const soonMinutes = (targetMinutes: number): number => Math.min(targetMinutes * SOON_SHARE, SOON_MINUTES);

/** The intervals of a clock that starts to run. */
export const startInterval = (at: Date, reason: string): ClockInterval[] => [
  { from: at.getTime(), to: null, state: 'running', reason, actorId: null },
];

/** Pauses from `at` on. A clock that is paused already stays as it is. */
export function pause(intervals: readonly ClockInterval[], at: Date, reason: string, actorId: string | null) {
  return turn(intervals, at, { state: 'paused', reason, actorId });
}

/** Lets a paused clock run again from `at` on. A running clock stays as it is. */
export function resume(intervals: readonly ClockInterval[], at: Date, reason: string, actorId: string | null) {
  return turn(intervals, at, { state: 'running', reason, actorId });
}

/**
 * A new promise from `at` on, which is not before the last turn: what ran until then keeps its length, and what was
 * paused stays paused. The clock is the one that was promised before.
 */
export function promiseAnew(
  clock: RunningClock & FormerPromise & { readonly calendarId: string },
  at: Date,
  actorId: string | null,
): readonly ClockInterval[] {
  const { policyName, policyVersion, targetMinutes, calendar, calendarId } = clock;
  const last = clock.intervals.at(-1);
  if (!last) return clock.intervals;
  const until = Math.max(at.getTime(), last.from);
  const kept = clock.intervals.map((interval) => {
    const closed = { ...interval, to: interval.to ?? until };
    if (interval.state === 'paused' || interval.ran !== undefined) return closed;
    return { ...closed, calendarId, ran: businessMinutesBetween(calendar, new Date(closed.from), new Date(closed.to)) };
  });
  const before = { policyName, policyVersion, targetMinutes };
  return [...kept, { from: until, to: null, state: last.state, reason: 'promised-anew', actorId, before }];
}

function turn(
  intervals: readonly ClockInterval[],
  at: Date,
  next: Pick<ClockInterval, 'state' | 'reason' | 'actorId'>,
): readonly ClockInterval[] {
  const last = intervals.at(-1);
  if (last?.state === next.state) return intervals;
  // Clocks of several nodes differ by moments: a turn never lies before the one it follows.
  const from = Math.max(at.getTime(), last?.from ?? 0);
  const before = last ? [...intervals.slice(0, -1), { ...last, to: from }] : [];
  return [...before, { ...next, from, to: null }];
}

/** When the promise ends. For a paused clock: when it would end if it went on at `now`. */
export function dueAt(clock: RunningClock, now: Date): Date {
  return whenElapsed(clock, clock.targetMinutes, now);
}

/** When the promise is due soon; see soonMinutes. */
export function soonAt(clock: RunningClock, now: Date): Date {
  return whenElapsed(clock, clock.targetMinutes - soonMinutes(clock.targetMinutes), now);
}

/** Business minutes that the clock has run until `now`, or until it ended. */
export function elapsedMinutes(clock: EndedClock, now: Date): number {
  const end = endOf(clock) ?? now;
  return clock.intervals
    .filter((interval) => interval.state === 'running')
    .reduce((sum, interval) => sum + ranUntil(clock, interval, end), 0);
}

function ranUntil(clock: EndedClock, interval: ClockInterval, end: Date): number {
  const { from, to, ran } = interval;
  if (ran !== undefined && to !== null && to <= end.getTime()) return ran;
  return businessMinutesBetween(calendarOf(clock, interval), new Date(from), earlier(to, end));
}

const calendarOf = ({ calendar, former }: EndedClock, { calendarId }: ClockInterval): Calendar =>
  (calendarId === undefined ? undefined : former?.get(calendarId)) ?? calendar;

/** Business minutes left; below 0 once it is over. */
export const remainingMinutes = (clock: EndedClock, now: Date): number =>
  clock.targetMinutes - elapsedMinutes(clock, now);

/** How a clock stands. One that was met late is met; one that ran out before it was paused is over. */
export function clockState(clock: EndedClock, now: Date): ClockState {
  if (clock.stoppedAt) return 'stopped';
  if (clock.metAt) return 'met';
  if (now >= dueAt(clock, now)) return 'over';
  if (clock.intervals.at(-1)?.state === 'paused') return 'paused';
  return now >= soonAt(clock, now) ? 'soon' : 'ok';
}

/** The clock's life as a list, oldest first: ran, paused, outside hours. The last line is open while the clock lives. */
export function clockLog(clock: EndedClock, now: Date): ClockLine[] {
  const ended = endOf(clock);
  const end = ended ?? now;
  const last = end.getTime() - (ended ? 1 : 0);
  const lived = clock.intervals.filter((interval, index) => index === 0 || interval.from <= last);
  const lines = lived.flatMap((interval) =>
    interval.state === 'paused'
      ? [pausedLine(interval, end)]
      : runningLines(calendarOf(clock, interval), interval, end),
  );
  const open = lines.at(-1);
  return open && !ended ? [...lines.slice(0, -1), { ...open, to: null }] : lines;
}

function pausedLine({ from, to, state, reason, actorId, before }: ClockInterval, end: Date): ClockLine {
  return { from: new Date(from), to: earlier(to, end), state, reason, actorId, before: before ?? null, days: [] };
}

function runningLines(calendar: Calendar, interval: ClockInterval, end: Date): ClockLine[] {
  const { from, to, reason, actorId } = interval;
  const start = new Date(from);
  const until = new Date(Math.max(from, earlier(to, end).getTime()));
  const listed = new Date(Math.max(from, until.getTime() - LISTED_MS));
  const common = { reason, actorId, before: null, days: [] };
  const line = (since: Date, to: Date): ClockLine => ({ from: since, to, state: 'running', ...common });
  const stretches = businessStretches(calendar, listed, until);
  const early = listed > start || stretches.length === 0 ? [line(start, listed)] : [];
  const lines = stretches.map(({ open, ...each }) => (open ? line(each.from, each.to) : closedLine(calendar, each)));
  const [first, ...rest] = [...early, ...lines];
  // Why and by whom, also when nobody works at that moment.
  return first ? [{ ...first, reason, actorId, before: interval.before ?? null }, ...rest] : [];
}

function closedLine(calendar: Calendar, { from, to }: { from: Date; to: Date }): ClockLine {
  const days = specialDaysBetween(calendar, from, to);
  return { from, to, state: 'outside', reason: 'closed', actorId: null, before: null, days };
}

/**
 * The first instant by which the clock has run for `minutes`; what is still to run goes on from its last interval. A
 * promise that was used up already when it was made is due at that moment, never before.
 */
function whenElapsed(clock: RunningClock, minutes: number, now: Date): Date {
  const made = clock.intervals.findLast((interval) => interval.before);
  let left = minutes;
  for (const interval of clock.intervals) {
    const start = new Date(interval.from);
    if (interval === made && left <= 0) return start;
    if (interval.state === 'paused') continue;
    const ran = lengthOf(clock, interval);
    if (interval.ran === undefined && left <= ran) return addBusinessMinutes(clock.calendar, start, left);
    left -= ran;
  }
  const pausedSince = clock.intervals.at(-1)?.from ?? 0;
  return addBusinessMinutes(clock.calendar, new Date(Math.max(now.getTime(), pausedSince)), left);
}

const lengthOf = ({ calendar }: RunningClock, { from, to, ran }: ClockInterval): number =>
  ran ?? (to === null ? Number.POSITIVE_INFINITY : businessMinutesBetween(calendar, new Date(from), new Date(to)));

const endOf = (clock: EndedClock): Date | null => clock.metAt ?? clock.stoppedAt;
const earlier = (to: number | null, end: Date): Date => (to !== null && to < end.getTime() ? new Date(to) : end);
