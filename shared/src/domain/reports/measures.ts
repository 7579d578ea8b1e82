import type { Interval } from '../statistics/interval.ts';
import { newcombe, type Share } from '../statistics/newcombe.ts';
import { wilson } from '../statistics/wilson.ts';

/** Fewer cases say nothing that may be written as a percentage. */
export const ENOUGH = 10;

/** A share of cases; unknown while there are too few of them. */
export function measureShare({ part, whole }: Share) {
  const interval = whole < ENOUGH ? null : wilson(part, whole);
  return { part, whole, share: interval && part / whole, from: interval?.from ?? null, to: interval?.to ?? null };
}

export const claims = ['up', 'down', 'none'] as const;
/** What may be said of a difference: nothing while its interval holds 0. */
export const claimOf = ({ from, to }: Interval): (typeof claims)[number] => {
  if (from > 0) return 'up';
  return to < 0 ? 'down' : 'none';
};

/** How a share has changed; unknown while one of the two has too few cases. */
export function measureChange(now: Share, before: Share) {
  const change = now.whole < ENOUGH || before.whole < ENOUGH ? null : newcombe(now, before);
  return change && { ...change, claim: claimOf(change) };
}

interface Time {
  readonly from: number | null;
  readonly to: number | null;
}
/** Of two times only what their whole intervals say: an end that was not seen yet may be anywhere later. */
export function claimOfTimes(now: Time | null, before: Time | null): (typeof claims)[number] | null {
  if (!(now && before)) return null;
  const ends = (time: Time) => ({ from: time.from ?? 0, to: time.to ?? Number.POSITIVE_INFINITY });
  const [a, b] = [ends(now), ends(before)];
  return claimOf({ from: a.from - b.to, to: a.to - b.from });
}
