import { type Interval, Z95 } from './interval.ts';

/** The 95 % interval of Wilson for `part` of `whole`; null without any. Says how little a few examples prove. */
export function wilson(part: number, whole: number): Interval | null {
  if (whole === 0) return null;
  const share = part / whole;
  const middle = share + Z95 ** 2 / (2 * whole);
  const half = Z95 * Math.sqrt((share * (1 - share)) / whole + Z95 ** 2 / (4 * whole ** 2));
  const scale = 1 + Z95 ** 2 / whole;
  return {
    from: part === 0 ? 0 : (middle - half) / scale,
    to: part === whole ? 1 : (middle + half) / scale,
  };
}
