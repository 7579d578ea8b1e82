import { instantOf, localDay, weekdayOf } from '../time-words/local-time.ts';
import { dateOf, dayOf, monthStart, type Period } from './period.ts';

export const cadences = ['weekly', 'monthly'] as const;
export type Cadence = (typeof cadences)[number];

/** When people read their mail, in the team's zone. */
const MINUTE_OF_DAY = 7 * 60;

/** The first time after `now` at which a report is due: Monday, or the first of a month, at seven. */
export function nextSending(cadence: Cadence, now: Date, timeZone: string): Date {
  const today = localDay(now, timeZone);
  const sendings = [0, 1].map((later) => {
    const day = cadence === 'weekly' ? today - weekdayOf(today) + 7 * later : dayOf(monthStart(dateOf(today), later));
    return instantOf(day, MINUTE_OF_DAY, timeZone);
  });
  return sendings.find((at) => at > now) ?? now;
}

/** What a report that is due then is about: the week or month before. */
export function periodSent(cadence: Cadence, at: Date, timeZone: string): Period {
  const day = localDay(at, timeZone);
  if (cadence === 'monthly') return { from: monthStart(dateOf(day), -1), to: monthStart(dateOf(day)) };
  const monday = day - weekdayOf(day);
  return { from: dateOf(monday - 7), to: dateOf(monday) };
}
