import type { WallNumbers, WallPeriod } from '@stammgast/shared/contract/wall';
import { dayText } from '@stammgast/shared/domain/time-words/local-time';
import type { Db } from '../storage/database.ts';
import { answeringOf, keptOf } from './answering.ts';
import { daysIn, hourAt, hourText, stretchesOf } from './days.ts';
import { answeredByQuarter, type Bucket, openedByQuarter, waits } from './numbers.queries.ts';
import type { Scope } from './scope.queries.ts';

export interface PeriodQuestion extends Scope {
  readonly period: WallPeriod;
  readonly now: Date;
  readonly timeZone: string;
}

/** The numbers of threads opened in a period that ends today. */
export async function readNumbers(db: Db, question: PeriodQuestion): Promise<WallNumbers> {
  const { period, now, timeZone } = question;
  const days = daysIn(period, now, timeZone);
  const stretches = stretchesOf(days, timeZone);
  const waited = await waits(db, question, stretches, now);
  const opened = await openedByQuarter(db, question, stretches);
  const answered = await answeredByQuarter(db, question, stretches);
  const slotAt = (at: Date) => {
    const { day, hour } = hourAt(at, timeZone);
    return period === 'today' ? hourText(day, hour) : dayText(day);
  };
  const slots = period === 'today' ? hoursUntil(now, timeZone) : days.map(dayText);
  const [openedIn, answeredIn] = [bySlot(opened, slotAt), bySlot(answered, slotAt)];
  return {
    at: now.toISOString(),
    from: dayText(days[0] ?? 0),
    to: dayText(days.at(-1) ?? 0),
    answering: answeringOf(waited),
    kept: keptOf(waited),
    negative: negativeOf(opened),
    flow: slots.map((at) => ({ at, opened: openedIn.get(at) ?? 0, answered: answeredIn.get(at) ?? 0 })),
  };
}

/** Threads that began with criticism, of all. */
export const negativeOf = (opened: readonly Bucket[]) => ({
  part: opened.reduce((sum, { negative }) => sum + negative, 0),
  whole: opened.reduce((sum, { n }) => sum + n, 0),
});

function hoursUntil(now: Date, timeZone: string): string[] {
  const { day, hour } = hourAt(now, timeZone);
  return Array.from({ length: hour + 1 }, (_, one) => hourText(day, one));
}

function bySlot(buckets: readonly Bucket[], slotAt: (at: Date) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { at, n } of buckets) counts.set(slotAt(at), (counts.get(slotAt(at)) ?? 0) + n);
  return counts;
}
