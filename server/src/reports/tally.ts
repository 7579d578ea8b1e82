import type { ReportNumbers, Waits } from '@stammgast/shared/contract/reports';
import { ENOUGH, measureShare } from '@stammgast/shared/domain/reports/measures';
import { kaplanMeier, quantile } from '@stammgast/shared/domain/statistics/kaplan-meier';
import type { Entry, Waited } from './entries.ts';

interface Cases {
  part: number;
  whole: number;
}
/** What has been counted so far, for one cell of the report. */
export interface Tally {
  readonly counts: { comments: number; opened: number; answered: number; resolved: number };
  readonly waits: Waited[];
  readonly inTime: Cases;
  readonly criticised: Cases;
  readonly promised: Cases;
}

const none = (): Cases => ({ part: 0, whole: 0 });

export const newTally = (): Tally => ({
  counts: { comments: 0, opened: 0, answered: 0, resolved: 0 },
  waits: [],
  inTime: none(),
  criticised: none(),
  promised: none(),
});

export function countIn(tally: Tally, entry: Entry): void {
  if (entry.what === 'waited') {
    tally.waits.push(entry);
    if (entry.inTime !== null) decide(tally.inTime, entry.inTime);
  } else if (entry.what === 'criticised' || entry.what === 'promised') decide(tally[entry.what], entry.good);
  else tally.counts[entry.what] += entry.count;
}

function decide(cases: Cases, good: boolean): void {
  cases.whole += 1;
  if (good) cases.part += 1;
}

/** Where no channel delivered on any day the counts are unknown, not zero. */
export function numbersOf({ counts, waits, inTime, criticised, promised }: Tally, coverage: number): ReportNumbers {
  const known = (count: number) => (coverage > 0 ? count : null);
  return {
    comments: known(counts.comments),
    opened: known(counts.opened),
    answered: known(counts.answered),
    resolved: known(counts.resolved),
    waits: waits.length,
    stillWaiting: waits.filter((wait) => wait.waits).length,
    clockTime: quantilesOf(waits, 'clockMinutes'),
    businessTime: quantilesOf(waits, 'businessMinutes'),
    inTime: measureShare(inTime),
    answerRate: measureShare(criticised),
    promisesKept: measureShare(promised),
    coverage,
  };
}

function quantilesOf(waits: readonly Waited[], time: 'clockMinutes' | 'businessMinutes'): Waits {
  if (waits.length < ENOUGH) return { p50: null, p90: null, p95: null };
  const steps = kaplanMeier(waits.map((wait) => ({ time: wait[time], happened: wait.happened })));
  const at = (share: number) => {
    const { time: minutes, from, to } = quantile(steps, share);
    return { minutes: tenths(minutes), from: tenths(from), to: tenths(to) };
  };
  return { p50: at(0.5), p90: at(0.9), p95: at(0.95) };
}

const tenths = (minutes: number | null): number | null => minutes && Math.round(minutes * 10) / 10;
