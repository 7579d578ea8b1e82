import { localDay, weekdayOf } from '../time-words/local-time.ts';

const DAY_MS = 86_400_000;

/** The calendar week of an instant (ISO 8601) in the house's zone, as `2026-W10`: goals and draws run by it. */
export function cycleOf(at: Date, timeZone: string): string {
  const day = localDay(at, timeZone);
  // A week belongs to the year of its Thursday.
  const thursday = new Date((day - weekdayOf(day) + 3) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${year}-W${String(week).padStart(2, '0')}`;
}
