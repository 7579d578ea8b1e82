import { zoneStretchAt } from '../zone-offsets.ts';

export const HOUR_MS = 3_600_000;
export const DAY_HOURS = 24;

/** Hours are counted in UTC since 1970, so that no change of the clocks makes one longer; only their place is local. */
export const hourOf = (at: number): number => Math.floor(at / HOUR_MS);

/** Counts of hours that follow each other. */
export interface HourCounts {
  readonly first: number;
  readonly counts: readonly number[];
}

/** Where an hour lies in the week: 0 to 23 on weekdays, 24 to 47 at the weekend, by the clock on the wall. */
export function placeInWeek(hour: number, timeZone: string): number {
  const local = localHours(hour, timeZone);
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor(local / DAY_HOURS) + 4) % 7;
  return (local % DAY_HOURS) + (weekday === 0 || weekday === 6 ? DAY_HOURS : 0);
}

/** The local day of an hour, counted since 1970. */
export const localDayOf = (hour: number, timeZone: string): number =>
  Math.floor(localHours(hour, timeZone) / DAY_HOURS);

const localHours = (hour: number, timeZone: string): number =>
  Math.floor((hour * HOUR_MS + zoneStretchAt(timeZone, hour * HOUR_MS).offset) / HOUR_MS);
