import type { Calendar } from '../contract/sla.ts';
import { DAY, type OpenHours, openHours } from './open-hours.ts';
import { isTimeZone, LATEST, zoneStretchAt } from './zone-offsets.ts';

/** A stretch between two instants that lies wholly inside or outside opening hours. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
  readonly open: boolean;
}

const MINUTE = 60_000;
/** Calendars are values that are never changed, so each is worked out once. */
const known = new WeakMap<Calendar, OpenHours>();

/** What is wrong with a calendar: an unknown zone, a window that ends before it begins, or a week without any. */
export function calendarFault({ timeZone, week, days = [] }: Calendar): 'time-zone' | 'window' | 'closed' | null {
  if (!isTimeZone(timeZone)) return 'time-zone';
  const windows = [...week, ...days.map((day) => day.windows)].flat();
  if (windows.some((window) => window.to <= window.from)) return 'window';
  return week.flat().length === 0 ? 'closed' : null;
}

/**
 * The first instant by which `minutes` of opening hours have passed since `from`; `from` itself for 0.
 * Open is when the local clock reads a time within a window, so DST gives a window its real length.
 * Never later than the year 9999. Throws a RangeError for a calendar without any opening hours.
 */
export function addBusinessMinutes(calendar: Calendar, from: Date, minutes: number): Date {
  const hours = hoursOf(calendar);
  let left = Math.round(minutes * MINUTE);
  let at = from.getTime();
  if (left <= 0) return new Date(at);
  while (!(at >= LATEST)) {
    const { to, offset } = zoneStretchAt(calendar.timeZone, at);
    const here = hours.openUntil(to + offset) - hours.openUntil(at + offset);
    if (left <= here) return new Date(hours.whenOpenFor(hours.openUntil(at + offset) + left) - offset);
    left -= here;
    at = to;
  }
  return new Date(LATEST);
}

/** Minutes of opening hours between two instants, with fractions; 0 when `to` is not after `from`. */
export function businessMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  const hours = hoursOf(calendar);
  const end = to.getTime();
  let open = 0;
  for (let at = from.getTime(); at < end; ) {
    const stretch = zoneStretchAt(calendar.timeZone, at);
    const until = Math.min(end, stretch.to);
    open += hours.openUntil(until + stretch.offset) - hours.openUntil(at + stretch.offset);
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
    const opens = Math.max(window.from, done);
    if (opens >= window.to) continue;
    if (opens > done) stretches.push({ from: new Date(done), to: new Date(opens), open: false });
    const last = stretches.at(-1);
    const joined = last?.open ? stretches.pop() : undefined;
    stretches.push({ from: joined?.from ?? new Date(opens), to: new Date(window.to), open: true });
    done = window.to;
  }
  if (done < end) stretches.push({ from: new Date(done), to: new Date(end), open: false });
  return stretches;
}

/** The names of the special days that have hours in this time, in order. */
export function specialDaysBetween({ timeZone, days = [] }: Calendar, from: Date, to: Date): string[] {
  if (days.length === 0) return [];
  const local = (at: Date) => at.getTime() + zoneStretchAt(timeZone, at.getTime()).offset;
  const [begin, end] = [local(from), local(to)];
  const within = days.filter(({ date }) => Date.parse(date) < end && Date.parse(date) + DAY > begin);
  return within.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map((day) => day.name);
}

/**
 * Open windows in UTC, clipped to the range; a window is cut where the zone changes its offset. One that runs over
 * midnight may overlap those of the next day.
 */
function* openWindows(calendar: Calendar, from: number, end: number): Generator<{ from: number; to: number }> {
  const hours = hoursOf(calendar);
  for (let at = from; at < end; ) {
    const { to, offset } = zoneStretchAt(calendar.timeZone, at);
    const until = Math.min(end, to);
    for (let day = Math.floor((at + offset) / DAY) - 1; day * DAY < until + offset; day++) {
      for (const window of hours.windowsOf(day)) {
        const opens = Math.max(at, window.from - offset);
        const closes = Math.min(until, window.to - offset);
        if (opens < closes) yield { from: opens, to: closes };
      }
    }
    at = until;
  }
}

function hoursOf(calendar: Calendar): OpenHours {
  let hours = known.get(calendar);
  if (!hours) {
    hours = openHours(calendar);
    known.set(calendar, hours);
  }
  return hours;
}
