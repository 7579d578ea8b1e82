import type { Interval } from './interval.ts';

/** The 95 % interval of Student for the mean of `n` values with the standard deviation `sd`; null for fewer than two. */
export function meanInterval({ n, mean, sd }: { n: number; mean: number; sd: number }): Interval | null {
  if (n < 2) return null;
  const half = (studentQuantile(n - 1) * sd) / Math.sqrt(n);
  return { from: mean - half, to: mean + half };
}

/** The value that 2.5 % of Student's distribution lie above, for whole degrees of freedom. */
export function studentQuantile(degrees: number): number {
  let [low, high] = [1.9, 13];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (within(middle, degrees) < 0.95) low = middle;
    else high = middle;
    if (middle === low && middle === high) break;
  }
  return (low + high) / 2;
}

/** The share of Student's distribution between -t and t: a finite sum (Abramowitz and Stegun, 26.7.3 and 26.7.4). */
function within(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle) ** 2;
  const odd = degrees % 2 === 1;
  let [term, sum] = [1, degrees > 1 ? 1 : 0];
  for (let i = odd ? 3 : 2; i < degrees - 1; i += 2) {
    term *= (cosine * (i - 1)) / i;
    sum += term;
  }
  if (!odd) return Math.sin(angle) * sum;
  return (2 / Math.PI) * (angle + (degrees > 1 ? Math.sin(angle) * Math.cos(angle) * sum : 0));
}
