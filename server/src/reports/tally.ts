import type { ReportNumbers, Waits } from '@stammgast/shared/contract/reports';
import { ENOUGH, measureShare } from '@stammgast/shared/domain/reports/measures';
import { kaplanMeier, quantile } from '@stammgast/shared/domain/statistics/kaplan-meier';
import type { Entry } from './entries.ts';

interface Cases {
  part: number;
  whole: number;
}
/** How many waited so long, in tenths of a minute: many who wrote waited as long as others did. */
type Lengths = Map<number, { happened: number; open: number }>;
/** What has been counted so far, for one cell of the report. */
export interface Tally {
  readonly counts: Record<'comments' | 'opened' | 'answered' | 'resolved' | 'waits' | 'stillWaiting', number>;
  readonly clockTime: Lengths;
  readonly businessTime: Lengths;
  readonly inTime: Cases;
  readonly criticised: Cases;
  readonly promised: Cases;
}

const none = (): Cases => ({ part: 0, whole: 0 });

export const newTally = (): Tally => ({
  counts: { comments: 0, opened: 0, answered: 0, resolved: 0, waits: 0, stillWaiting: 0 },
  clockTime: new Map(),
  businessTime: new Map(),
  inTime: none(),
  criticised: none(),
  promised: none(),
});

export function countIn(tally: Tally, entry: Entry): void {
  if (entry.what === 'waited') {
    const { happened, waits, inTime } = entry;
    tally.counts.waits += 1;
    if (waits) tally.counts.stillWaiting += 1;
    addLength(tally.clockTime, entry.clockMinutes, happened);
    addLength(tally.businessTime, entry.businessMinutes, happened);
    if (inTime !== null) decide(tally.inTime, inTime ? 1 : 0, 1);
  } else if (entry.what === 'criticised' || entry.what === 'promised')
    decide(tally[entry.what], entry.good, entry.whole);
  else tally.counts[entry.what] += entry.count;
}

function addLength(lengths: Lengths, minutes: number, happened: boolean): void {
  const tenths = Math.round(minutes * 10);
  const same = lengths.get(tenths) ?? { happened: 0, open: 0 };
  same[happened ? 'happened' : 'open'] += 1;
  lengths.set(tenths, same);
}

function decide(cases: Cases, good: number, whole: number): void {
  cases.whole += whole;
  cases.part += good;
}

/** Where no channel delivered on any day the counts are unknown, not zero. */
export function numbersOf(tally: Tally, coverage: number): ReportNumbers {
  const { counts, clockTime, businessTime, inTime, criticised, promised } = tally;
  const known = (count: number) => (coverage > 0 ? count : null);
  return {
    comments: known(counts.comments),
    opened: known(counts.opened),
    answered: known(counts.answered),
    resolved: known(counts.resolved),
    waits: counts.waits,
    stillWaiting: counts.stillWaiting,
    clockTime: quantilesOf(clockTime, counts.waits),
    businessTime: quantilesOf(businessTime, counts.waits),
    inTime: measureShare(inTime),
    answerRate: measureShare(criticised),
    promisesKept: measureShare(promised),
    coverage,
  };
}

function quantilesOf(lengths: Lengths, cases: number): Waits {
  if (cases < ENOUGH) return { p50: null, p90: null, p95: null };
  const steps = kaplanMeier(
    [...lengths].flatMap(([time, { happened, open }]) => [
      { time, happened: true, count: happened },
      { time, happened: false, count: open },
    ]),
  );
  const minutes = (tenths: number | null) => tenths && tenths / 10;
  const at = (share: number) => {
    const { time, from, to } = quantile(steps, share);
    return { minutes: minutes(time), from: minutes(from), to: minutes(to) };
  };
  return { p50: at(0.5), p90: at(0.9), p95: at(0.95) };
}
