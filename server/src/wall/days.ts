import { daysOf, type WallPeriod } from '@stammgast/shared/contract/wall';
import { dayText, instantOf, type LocalDay, localDay, weekdayOf } from '@stammgast/shared/domain/time-words/local-time';
import { zoneStretchAt } from '@stammgast/shared/domain/zone-offsets';

/** From an instant until before another. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

export const FOUR_WEEKS = 28;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const range = (from: LocalDay, count: number): LocalDay[] => Array.from({ length: count }, (_, i) => from + i);

/** The days of a period that ends today. */
export function daysIn(period: WallPeriod, now: Date, timeZone: string): LocalDay[] {
  const today = localDay(now, timeZone);
  const count = daysOf[period];
  return range(today - count + 1, count);
}

/** What a period is compared with: for today the same weekday of four weeks, else the four weeks before it. */
export function usualDays(period: WallPeriod, now: Date, timeZone: string): LocalDay[] {
  const [first = 0] = daysIn(period, now, timeZone);
  return period === 'today' ? [28, 21, 14, 7].map((days) => first - days) : range(first - FOUR_WEEKS, FOUR_WEEKS);
}

/** The four weeks before today, so that every weekday is there as often. */
export const weeksBefore = (now: Date, timeZone: string): LocalDay[] =>
  range(localDay(now, timeZone) - FOUR_WEEKS, FOUR_WEEKS);

/** Days in a row become one stretch. */
export function stretchesOf(days: readonly LocalDay[], timeZone: string): Stretch[] {
  const runs: { first: LocalDay; last: LocalDay }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => ({
    from: instantOf(first, 0, timeZone),
    to: instantOf(last + 1, 0, timeZone),
  }));
}

/** The hour that the clock on the wall shows. */
export function hourAt(instant: Date, timeZone: string): { day: LocalDay; weekday: number; hour: number } {
  const day = localDay(instant, timeZone);
  const begins = (hour: number) => instantOf(day, hour * 60, timeZone) <= instant;
  // Right but on the day on which clocks are put back.
  const guess = Math.floor((instant.getTime() + zoneStretchAt(timeZone, instant.getTime()).offset - day * DAY) / HOUR);
  const right = begins(guess) && (guess === 23 || !begins(guess + 1));
  return { day, weekday: weekdayOf(day), hour: right ? guess : (range(1, 23).findLast(begins) ?? 0) };
}

export const hourText = (day: LocalDay, hour: number): string => `${dayText(day)}T${String(hour).padStart(2, '0')}`;
