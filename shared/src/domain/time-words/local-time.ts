import { zoneStretchAt } from '../zone-offsets.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4;

/** A day as the calendar on the wall counts it: days since 1970, in the team's zone. */
export type LocalDay = number;

export const localDay = (at: Date, timeZone: string): LocalDay =>
  Math.floor((at.getTime() + zoneStretchAt(timeZone, at.getTime()).offset) / DAY);

/** The number of a day that is written as 2026-03-05, and back. */
export const dayNumber = (day: string): LocalDay => Date.parse(`${day}T00:00:00Z`) / DAY;
export const dayText = (day: LocalDay): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The instant of a time on a local day. A time that the change to summer time leaves out is the hour after it. */
export function instantOf(day: LocalDay, minutes: number, timeZone: string): Date {
  const local = day * DAY + minutes * MINUTE;
  const { offset } = zoneStretchAt(timeZone, local);
  const guess = local - offset;
  return new Date(local - zoneStretchAt(timeZone, guess).offset);
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: LocalDay): number => (((day - FIRST_MONDAY) % 7) + 7) % 7;

/** The first such weekday after `today`; `today` itself is a week away. */
export const nextWeekday = (today: LocalDay, weekday: number): LocalDay =>
  today + ((weekday - weekdayOf(today) + 6) % 7) + 1;

/** So many days from Monday to Friday later. */
export const afterWorkdays = (today: LocalDay, days: number): LocalDay => {
  const from = Math.min(weekdayOf(today), 4);
  const monday = today - weekdayOf(today);
  return monday + 7 * Math.floor((from + days) / 5) + ((from + days) % 5);
};

/** Null when there is no such day, as 31 June. `year` left out: the next one that comes; so with the month. */
export function dayOfDate(today: LocalDay, date: number, month: number | null, year: number | null): LocalDay | null {
  const now = new Date(today * DAY);
  const [y, m] = [year ?? now.getUTCFullYear(), month === null ? now.getUTCMonth() : month - 1];
  if (year !== null) return calendarDay(y, m, date);
  // Of two months in a row one has 31 days, but for the turn of February; other dates come next year.
  const tries =
    month === null
      ? [0, 1, 2].map((more) => calendarDay(y, m + more, date))
      : [0, 1].map((more) => calendarDay(y + more, m, date));
  return tries.find((day) => day !== null && day >= today) ?? null;
}

function calendarDay(year: number, month: number, date: number): LocalDay | null {
  const at = new Date(Date.UTC(year, month, date));
  return at.getUTCDate() === date ? Math.floor(at.getTime() / DAY) : null;
}

/** The last day of the month that `today` is in. */
export function endOfMonth(today: LocalDay): LocalDay {
  const now = new Date(today * DAY);
  return Math.floor(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0) / DAY);
}
