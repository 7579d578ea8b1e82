import type { Calendar } from '../contract/sla.ts';
import { isTimeZone, LATEST, zoneStretchAt } from './zone-offsets.ts';

/** A stretch between two instants that lies wholly inside or outside opening hours. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
  readonly open: boolean;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const WEEK = 7 * DAY;
/** The first Monday, 1970-01-05: weeks are counted from here, in local time. */
const FIRST_MONDAY = 4 * DAY;

/** Opening hours as disjoint, ordered windows of one local week, in ms from Monday 00:00. */
interface Week {
  readonly windows: readonly {
    readonly from: number;
    readonly to: number /** Open ms of the week before. */;
    readonly before: number;
  }[];
  readonly open: number;
}
const weeks = new WeakMap<Calendar, Week>();

/** What is wrong with a calendar: an unknown zone, a window that ends before it begins, or no window at all. */
export function calendarFault(calendar: Calendar): 'time-zone' | 'window' | 'closed' | null {
  if (!isTimeZone(calendar.timeZone)) return 'time-zone';
  const windows = calendar.week.flat();
  if (windows.some((window) => window.to <= window.from)) return 'window';
  return windows.length === 0 ? 'closed' : null;
}

/**
 * The first instant by which `minutes` of opening hours have passed since `from`; `from` itself for 0.
 * Open is when the local clock reads a time within a window, so DST gives a window its real length.
 * Never later than the year 9999. Throws a RangeError for a calendar without any opening hours.
 */
export function addBusinessMinutes(calendar: Calendar, from: Date, minutes: number): Date {
  const week = weekOf(calendar);
  let left = Math.round(minutes * MINUTE);
  let at = from.getTime();
  if (left <= 0) return new Date(at);
  while (!(at >= LATEST)) {
    const { to, offset } = zoneStretchAt(calendar.timeZone, at);
    const here = openUntil(week, to + offset) - openUntil(week, at + offset);
    if (left <= here) return new Date(whenOpenFor(week, openUntil(week, at + offset) + left) - offset);
    left -= here;
    at = to;
  }
  return new Date(LATEST);
}

/** Minutes of opening hours between two instants, with fractions; 0 when `to` is not after `from`. */
export function businessMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  const week = weekOf(calendar);
  const end = to.getTime();
  let open = 0;
  for (let at = from.getTime(); at < end; ) {
    const stretch = zoneStretchAt(calendar.timeZone, at);
    const until = Math.min(end, stretch.to);
    open += openUntil(week, until + stretch.offset) - openUntil(week, at + stretch.offset);
    at = until;
  }
  return open / MINUTE;
}

/** The time between two instants, cut where the doors open and close. As long as there are days in it: keep it short. */
export function businessStretches(calendar: Calendar, from: Date, to: Date): Stretch[] {
  const end = to.getTime();
  const stretches: Stretch[] = [];
  let done = from.getTime();
  for (const window of openWindows(calendar, done, end)) {
    if (window.from > done) stretches.push({ from: new Date(done), to: new Date(window.from), open: false });
    const last = stretches.at(-1);
    const joined = last?.open && window.from === done ? stretches.pop() : undefined;
    stretches.push({ from: joined?.from ?? new Date(window.from), to: new Date(window.to), open: true });
    done = window.to;
  }
  if (done < end) stretches.push({ from: new Date(done), to: new Date(end), open: false });
  return stretches;
}

/** Open windows in UTC, in order, clipped to the range; a window is cut where the zone changes its offset. */
function* openWindows(calendar: Calendar, from: number, end: number): Generator<{ from: number; to: number }> {
  const week = weekOf(calendar);
  for (let at = from; at < end; ) {
    const stretch = zoneStretchAt(calendar.timeZone, at);
    const until = Math.min(end, stretch.to);
    for (let monday = mondayOf(at + stretch.offset); monday < until + stretch.offset; monday += WEEK) {
      for (const window of week.windows) {
        const opens = Math.max(at, monday + window.from - stretch.offset);
        const closes = Math.min(until, monday + window.to - stretch.offset);
        if (opens < closes) yield { from: opens, to: closes };
      }
    }
    at = until;
  }
}

function weekOf(calendar: Calendar): Week {
  let week = weeks.get(calendar);
  if (!week) {
    week = joinWindows(calendar);
    if (week.open === 0) throw new RangeError('the calendar has no opening hours');
    weeks.set(calendar, week);
  }
  return week;
}

function joinWindows(calendar: Calendar): Week {
  const parts = calendar.week.flatMap((day, index) =>
    day.flatMap((window) => {
      const from = index * DAY + window.from * MINUTE;
      const to = index * DAY + window.to * MINUTE;
      // A window over Sunday midnight goes on at the beginning of the week.
      return to > WEEK
        ? [
            { from, to: WEEK },
            { from: 0, to: to - WEEK },
          ]
        : [{ from, to }];
    }),
  );
  parts.sort((a, b) => a.from - b.from);
  const windows: { from: number; to: number; before: number }[] = [];
  let open = 0;
  for (const { from, to } of parts) {
    const last = windows.at(-1);
    const begin = Math.max(from, last?.to ?? 0);
    if (to <= begin) continue;
    if (last && begin === last.to) last.to = to;
    else windows.push({ from: begin, to, before: open });
    open += to - begin;
  }
  return { windows, open };
}

const mondayOf = (local: number): number => Math.floor((local - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;

/** Open ms from the first Monday until a local time; negative before it. */
function openUntil(week: Week, local: number): number {
  const monday = mondayOf(local);
  const whole = ((monday - FIRST_MONDAY) / WEEK) * week.open;
  const rest = local - monday;
  const window = week.windows.findLast((each) => each.from <= rest);
  return window ? whole + window.before + Math.min(rest, window.to) - window.from : whole;
}

/** The inverse of openUntil: the first local time by which it has reached `open`. */
function whenOpenFor(week: Week, open: number): number {
  const whole = Math.ceil(open / week.open) - 1;
  const rest = open - whole * week.open;
  const window = week.windows.findLast((each) => each.before < rest);
  if (!window) throw new RangeError('the calendar has no opening hours');
  return FIRST_MONDAY + whole * WEEK + window.from + rest - window.before;
}
