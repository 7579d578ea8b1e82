import { gammaShare } from './gamma.ts';
import type { Interval } from './interval.ts';

/** The exact 95 % interval of Garwood for the number of events to expect, when `count` were seen. */
export function garwood(count: number): Interval {
  return {
    from: count === 0 ? 0 : expected(count, 0.025),
    to: expected(count + 1, 0.975),
  };
}

/** How many are expected when `atLeast` or more come with this chance; by halving, as the chance only grows. */
function expected(atLeast: number, chance: number): number {
  let low = 0;
  let high = atLeast + 10 * Math.sqrt(atLeast) + 10;
  for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (gammaShare(atLeast, middle) < chance) low = middle;
    else high = middle;
  }
  return low;
}
