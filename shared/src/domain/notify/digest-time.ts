import { instantOf, type LocalDay, localDay, weekdayOf } from '../time-words/local-time.ts';

/** Half past eight in the morning, by the clock of the house. */
const MORNING = 8 * 60 + 30;
/** After twelve hours a morning's digest is of no use any more. */
const EVENING = MORNING + 12 * 60;

/** The last day and the last week (its Monday) that were written about. */
export interface DigestState {
  readonly day: LocalDay | null;
  readonly week: LocalDay | null;
}
export interface DigestsDue {
  readonly daily: boolean;
  readonly weekly: boolean;
  readonly day: LocalDay;
  readonly state: DigestState;
  /** When to look again. */
  readonly next: Date;
}

/** What is due now: each day and each week once, also when the house was not awake in the morning. */
export function digestsDue(now: Date, timeZone: string, state: DigestState): DigestsDue {
  const day = localDay(now, timeZone);
  const monday = day - weekdayOf(day);
  const morning = instantOf(day, MORNING, timeZone);
  if (now < morning) return { daily: false, weekly: false, day, state, next: morning };
  const next = instantOf(day + 1, MORNING, timeZone);
  if (now >= instantOf(day, EVENING, timeZone)) return { daily: false, weekly: false, day, state, next };
  const daily = state.day === null || state.day < day;
  const weekly = state.week === null || state.week < monday;
  return { daily, weekly, day, state: { day, week: monday }, next };
}
