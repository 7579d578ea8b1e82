import type { Interval } from './interval.ts';
import { wilson } from './wilson.ts';

export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** How much larger the first share is than the second, with the 95 % interval of Newcombe (his method 10). */
export function newcombe(first: Share, second: Share): ({ readonly difference: number } & Interval) | null {
  const a = wilson(first.part, first.whole);
  const b = wilson(second.part, second.whole);
  if (!(a && b)) return null;
  const p = first.part / first.whole;
  const q = second.part / second.whole;
  return {
    difference: p - q,
    from: p - q - Math.hypot(p - a.from, b.to - q),
    to: p - q + Math.hypot(a.to - p, q - b.from),
  };
}
