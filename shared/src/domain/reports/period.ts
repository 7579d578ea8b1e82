import { instantOf, type LocalDay, weekdayOf } from '../time-words/local-time.ts';

export const grains = ['day', 'week', 'month'] as const;
export type Grain = (typeof grains)[number];

/** Days of the calendar in the team's zone, as `2026-03-05`; `to` is not part of it. */
export interface Period {
  readonly from: string;
  readonly to: string;
}
/** The same, with the instants between which it lies. */
export interface Bucket extends Period {
  readonly start: Date;
  readonly end: Date;
}

const DAY = 86_400_000;

export const dayOf = (date: string): LocalDay => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY);
export const dateOf = (day: LocalDay): string => new Date(day * DAY).toISOString().slice(0, 10);
export const daysIn = ({ from, to }: Period): number => dayOf(to) - dayOf(from);

/** The first day of the month that is `more` months later than that of `date`. */
export function monthStart(date: string, more = 0): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return dateOf(Math.floor(Date.UTC(year, month - 1 + more, 1) / DAY));
}

/** The parts of a period: days, weeks from Monday on, or months; the first and the last end where the period does. */
export function bucketsOf({ from, to }: Period, grain: Grain, timeZone: string): Bucket[] {
  const buckets: Bucket[] = [];
  for (let begin = from; begin < to; ) {
    const end = nextStart(begin, grain);
    const bucket = { from: begin, to: end < to ? end : to };
    buckets.push({ ...bucket, ...instantsOf(bucket, timeZone) });
    begin = bucket.to;
  }
  return buckets;
}

export const instantsOf = ({ from, to }: Period, timeZone: string) => ({
  start: instantOf(dayOf(from), 0, timeZone),
  end: instantOf(dayOf(to), 0, timeZone),
});

function nextStart(date: string, grain: Grain): string {
  if (grain === 'month') return monthStart(date, 1);
  const day = dayOf(date);
  return dateOf(grain === 'day' ? day + 1 : day + 7 - weekdayOf(day));
}

/** What a period is compared with: as many whole months before it, else as many days. */
export function periodBefore({ from, to }: Period): Period {
  const whole = from === monthStart(from) && to === monthStart(to);
  const earlier = whole ? monthStart(from, monthsBetween(to, from)) : dateOf(dayOf(from) - daysIn({ from, to }));
  return { from: earlier, to: from };
}

function monthsBetween(from: string, to: string): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(to) - months(from);
}

/** What has passed of a period when today is the last day of it; null when it has not begun. */
export function soFar({ from, to }: Period, today: string): Period | null {
  const tomorrow = dateOf(dayOf(today) + 1);
  const end = to < tomorrow ? to : tomorrow;
  return from < end ? { from, to: end } : null;
}
