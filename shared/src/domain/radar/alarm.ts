// Is there more criticism than chance would bring? Asked at every critical comment, over three windows at once.
import { negativeBinomialTail } from '../statistics/negative-binomial.ts';
import { type Baseline, expectedBetween, type Window, windows } from './baseline.ts';
import { HOUR_MS } from './hours.ts';

/** One critical comment. */
export interface Voice {
  readonly at: number;
  readonly author: string;
}

/** Below this chance, from this ratio and from so many comments on it is no coincidence. */
const limits: Readonly<Record<Window, { chance: number; ratio: number; count: number }>> = {
  1: { chance: 3e-5, ratio: 3, count: 5 },
  6: { chance: 1e-4, ratio: 2.5, count: 8 },
  24: { chance: 3e-4, ratio: 2, count: 12 },
};
/** One person, however loud, is no storm. */
export const LEAST_AUTHORS = 4;
/** Until a baseline is learnt: so many, by so many people, within an hour. */
const COLD = { count: 8, authors: 5 };
export const LEARNING_DAYS = 14;

/** What a window holds, and what it usually does; `expected` is null while nothing is known yet. */
export interface Reading {
  readonly window: Window;
  readonly count: number;
  readonly authors: number;
  readonly expected: number | null;
}

export interface Watched {
  /** null: still learning. */
  readonly baseline: Baseline | null;
  /** Critical comments of the last day, oldest first. */
  readonly voices: readonly Voice[];
  readonly now: number;
  /** What lies before has been told: the end of the incident before. */
  readonly since: number;
}

export function readings({ baseline, voices, now, since }: Watched): readonly Reading[] {
  return windows.map((window) => {
    const from = Math.max(since, now - window * HOUR_MS);
    const inside = voices.filter(({ at }) => at > from && at <= now);
    return {
      window,
      count: inside.length,
      authors: new Set(inside.map(({ author }) => author)).size,
      expected: baseline && expectedBetween(baseline, from, now),
    };
  });
}

/**
 * The first window that tells an alarm. `scans`: how many places are watched beside each other; each is judged as much
 * more strictly, so that all together find no more by chance than one.
 */
export function alarmOf(read: readonly Reading[], baseline: Baseline | null, scans: number): Reading | null {
  return (
    read.find((reading) => (baseline ? isBeyond(reading, baseline.alphas[reading.window], scans) : isMany(reading))) ??
    null
  );
}

const isMany = ({ window, count, authors }: Reading): boolean =>
  window === 1 && count >= COLD.count && authors >= COLD.authors;

/** `alpha`: how much more than by chance such counts vary. */
export function isBeyond({ window, count, authors, expected }: Reading, alpha: number, scans: number): boolean {
  const limit = limits[window];
  const mean = expected ?? 0;
  if (count < limit.count || authors < LEAST_AUTHORS || count < limit.ratio * mean) return false;
  return negativeBinomialTail(count, { mean, alpha }) < limit.chance / scans;
}
