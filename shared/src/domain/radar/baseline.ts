// What is usual: how much criticism an hour brings, learnt from the weeks before.
import { DAY_HOURS, HOUR_MS, type HourCounts, hourOf, placeInWeek } from './hours.ts';

export const windows = [1, 6, 24] as const;
export type Window = (typeof windows)[number];

export const BASELINE_HOURS = 28 * DAY_HOURS;
/** The last day is what is being judged: it may not judge itself. */
export const JUDGED_HOURS = DAY_HOURS;
/** Hours above this share of all count as the one that stands there: a storm of the past is no habit. */
const WINSOR = 0.985;
/** So many hours at the level are added to what an hour of the week has seen: few weeks make no profile. */
const SHRINKAGE = 4;
/** Counts vary more than by chance, even where the past does not show it. */
const LEAST_ALPHA = 0.03;

export interface Baseline {
  readonly timeZone: string;
  /** Expected per hour, by the hour's place in the week. */
  readonly rates: readonly number[];
  readonly alphas: Readonly<Record<Window, number>>;
}

/** Learns from hours; `isLeftOut`: hours of incidents, which were not usual. */
export function learnBaseline(hours: HourCounts, timeZone: string, isLeftOut: (hour: number) => boolean): Baseline {
  const { rates, usual } = learnRates(hours, timeZone, isLeftOut);
  return { timeZone, rates, alphas: { 1: alphaOf(usual, 1), 6: alphaOf(usual, 6), 24: alphaOf(usual, 24) } };
}

/** What single counts usually are, one for each hour, whatever they count. */
export interface Usual {
  readonly timeZone: string;
  readonly rates: readonly number[];
  readonly alpha: number;
}

export function learnUsual(hours: HourCounts, timeZone: string, isLeftOut: (hour: number) => boolean): Usual {
  const { rates, usual } = learnRates(hours, timeZone, isLeftOut);
  return { timeZone, rates, alpha: alphaOf(usual, 1) };
}

function learnRates({ first, counts }: HourCounts, timeZone: string, isLeftOut: (hour: number) => boolean) {
  const all = counts.map((count, index) => ({ hour: first + index, count }));
  const hours = all.filter(({ hour }) => !isLeftOut(hour));
  const limit = Math.max(1, quantile(hours, WINSOR));
  const places = all.map(({ hour }) => placeInWeek(hour, timeZone));
  const sums = new Array<number>(2 * DAY_HOURS).fill(0);
  const seen = new Array<number>(2 * DAY_HOURS).fill(0);
  let total = 0;
  for (const { hour, count } of hours) {
    const place = places[hour - first] ?? 0;
    const kept = Math.min(count, limit);
    sums[place] = (sums[place] ?? 0) + kept;
    seen[place] = (seen[place] ?? 0) + 1;
    total += kept;
  }
  const level = hours.length > 0 ? total / hours.length : 0;
  const shrunk = sums.map((sum, place) => (sum + SHRINKAGE * level) / ((seen[place] ?? 0) + SHRINKAGE));
  const rates = shrunk.map((_, place) => smoothed(shrunk, place));
  const expected = places.map((place) => rates[place] ?? 0);
  return { rates, usual: { counts, expected, left: all.map((h) => isLeftOut(h.hour)) } };
}

/** Expected between two instants, parts of hours by their share. */
export function expectedBetween({ timeZone, rates }: Baseline, from: number, to: number): number {
  let sum = 0;
  for (let hour = hourOf(from); hour * HOUR_MS < to; hour++) {
    const start = Math.max(from, hour * HOUR_MS);
    const end = Math.min(to, (hour + 1) * HOUR_MS);
    sum += ((rates[placeInWeek(hour, timeZone)] ?? 0) * (end - start)) / HOUR_MS;
  }
  return sum;
}

/** The mean with the hours before and after, on the same kind of day. */
function smoothed(values: readonly number[], place: number): number {
  const kind = place - (place % DAY_HOURS);
  const at = (hour: number) => values[kind + ((hour + DAY_HOURS) % DAY_HOURS)] ?? 0;
  const hour = place % DAY_HOURS;
  return (at(hour - 1) + at(hour) + at(hour + 1)) / 3;
}

function quantile(hours: readonly { readonly count: number }[], share: number): number {
  // Sorts numbers as such, and in a fraction of the time of a plain array.
  const sorted = Float64Array.from(hours, ({ count }) => count).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

interface Seen {
  readonly counts: readonly number[];
  readonly expected: readonly number[];
  readonly left: readonly boolean[];
}

/** How much more than by chance the counts of a window vary: by its moments, without the highest. */
function alphaOf(usual: Seen, window: Window): number {
  const sums = windowSums(usual, window);
  const limit = quantile(sums, WINSOR);
  let [surplus, squares] = [0, 0];
  for (const { count, expected } of sums) {
    surplus += (Math.min(count, limit) - expected) ** 2 - expected;
    squares += expected ** 2;
  }
  return squares > 0 ? Math.max(LEAST_ALPHA, surplus / squares) : LEAST_ALPHA;
}

/** All windows in which no hour is left out. */
function windowSums({ counts, expected, left }: Seen, window: Window): { count: number; expected: number }[] {
  const [count, mean, holes] = [upTo(counts), upTo(expected), upTo(left.map(Number))];
  const sums: { count: number; expected: number }[] = [];
  for (let end = window; end <= counts.length; end++) {
    const over = (totals: readonly number[]) => (totals[end] ?? 0) - (totals[end - window] ?? 0);
    if (over(holes) === 0) sums.push({ count: over(count), expected: over(mean) });
  }
  return sums;
}

/** The sum of everything before each place. */
function upTo(values: readonly number[]): number[] {
  const totals = [0];
  let sum = 0;
  for (const value of values) {
    sum += value;
    totals.push(sum);
  }
  return totals;
}
