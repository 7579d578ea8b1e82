import { instantOf, localDay, nextWeekday, weekdayOf } from './time-words/local-time.ts';
import { findTimes } from './time-words/time-words.ts';

export const snoozePresets = ['hour', 'today', 'tomorrow', 'monday'] as const;
export type SnoozePreset = (typeof snoozePresets)[number];

interface Reading {
  readonly now: Date;
  /** IANA name of the team's zone. */
  readonly timeZone: string;
}

const MORNING = 9 * 60;
const AFTERNOON = 16 * 60;
const MINUTE = 60_000;
const MONDAY = 0;

/** In an hour; today at 16:00; tomorrow and on Monday at 9:00, in the team's time. Without those that are no use by now. */
export function snoozeTimes({ now, timeZone }: Reading): { preset: SnoozePreset; at: Date }[] {
  const today = localDay(now, timeZone);
  const hour = new Date(Math.ceil((now.getTime() + 60 * MINUTE) / MINUTE) * MINUTE);
  const times: Record<SnoozePreset, Date> = {
    hour,
    today: instantOf(today, AFTERNOON, timeZone),
    tomorrow: instantOf(today + 1, MORNING, timeZone),
    monday: instantOf(nextWeekday(today, MONDAY), MORNING, timeZone),
  };
  const useful = (preset: SnoozePreset) =>
    times[preset] > now && !(preset === 'monday' && weekdayOf(today + 1) === MONDAY);
  return snoozePresets.filter(useful).map((preset) => ({ preset, at: times[preset] }));
}

/** The first time ahead that German or English words name, as "nächster Freitag 10 Uhr"; a day begins at 9:00. */
export function snoozeTimeIn(words: string, { now, timeZone }: Reading): Date | null {
  return findTimes(words, { now, timeZone, dayMinutes: MORNING })[0]?.at ?? null;
}
