// A slow burn: a little more criticism every day, which no single day gives away.

/** Days to compare with, before those that are looked at. */
export const TREND_USUAL_DAYS = 28;
export const TREND_DAYS = 7;
const SLACK = 0.75;
const THRESHOLD = 5;

export interface Trend {
  /** For so many days there has been more than usual. */
  readonly days: number;
  readonly perDay: number;
  readonly usualPerDay: number;
}

/**
 * A cumulative sum over the last days of how far each lies above the usual (median and median deviation of four weeks
 * before). `days`: counts of whole local days, oldest first. A hint for the lead, no alarm.
 */
export function trendOf(days: readonly number[]): Trend | null {
  if (days.length < TREND_USUAL_DAYS + TREND_DAYS) return null;
  const usual = days.slice(-TREND_USUAL_DAYS - TREND_DAYS, -TREND_DAYS);
  const middle = median(usual);
  // 1.4826: the deviation of a normal distribution from its median deviation. Counts vary by chance at least.
  const spread = Math.max(1.4826 * median(usual.map((day) => Math.abs(day - middle))), Math.sqrt(Math.max(middle, 1)));
  const { run } = days.slice(-TREND_DAYS).reduce(
    ({ sum, run: running }, day) => {
      const next = Math.max(0, sum + (day - middle) / spread - SLACK);
      if (next === 0) return { sum: 0, run: [] };
      return { sum: next, run: [...running, { day, sum: next }] };
    },
    { sum: 0, run: [] as readonly { readonly day: number; readonly sum: number }[] },
  );
  if (!run.some(({ sum }) => sum > THRESHOLD)) return null;
  const perDay = run.reduce((total, { day }) => total + day, 0) / run.length;
  return { days: run.length, perDay, usualPerDay: middle };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
