import type { Quality } from '@stammgast/shared/contract/feedback';
import type { Agreement } from '@stammgast/shared/contract/reviewers';
import { BEST_SCORE, MOST_POINTS } from '@stammgast/shared/domain/review/scorecard';
import { meanInterval } from '@stammgast/shared/domain/statistics/mean-interval';
import { type RatedTwice, weightedKappa } from '@stammgast/shared/domain/statistics/weighted-kappa';

/** Fewer prove nothing. */
const FEWEST = 10;
/** A mean of fewer people's answers would be a mean of persons (works council). */
const SMALLEST_GROUP = 5;
/** Below this two reviewers do not mean the same by the same score. */
const CALIBRATE_BELOW = 0.5;

/** What one answer got, 0 to 30: the mean where two people have scored it. */
export interface Scored {
  readonly points: number;
  readonly authorId: string;
}

/** The mean of 0 to 100 with Student's interval, cut at the ends of the scale; withheld where it must be. */
export function qualityOf(scored: readonly Scored[], smallestGroup = SMALLEST_GROUP): Quality {
  const n = scored.length;
  const withheld =
    n < FEWEST ? 'few' : new Set(scored.map((one) => one.authorId)).size < smallestGroup ? 'group' : null;
  if (withheld) return { n, mean: null, from: null, to: null, withheld };
  const values = scored.map(({ points }) => (100 * points) / MOST_POINTS);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const interval = meanInterval({ n, mean, sd });
  const within = (value: number) => Math.min(100, Math.max(0, value));
  return { n, mean, from: within(interval?.from ?? 0), to: within(interval?.to ?? 100), withheld };
}

/** How far two reviewers of the same threads agree; each thread brings its five criteria and counts as one. */
export function agreementOf(
  twice: readonly { readonly sampleId: string; readonly scores: readonly number[] }[],
): Agreement {
  const threads = [...Map.groupBy(twice, (one) => one.sampleId)].filter(([, both]) => both.length === 2);
  const pairs = threads.flatMap(([cluster, [a, b]]): RatedTwice[] =>
    (a?.scores ?? []).map((first, i) => ({ first, second: b?.scores[i] ?? first, cluster })),
  );
  const n = threads.length;
  const found = n < FEWEST ? null : weightedKappa(pairs, BEST_SCORE + 1, 'quadratic');
  if (!found) return { n, kappa: null, from: null, to: null, calibrate: false };
  return { n, kappa: found.kappa, from: found.from, to: found.to, calibrate: found.kappa < CALIBRATE_BELOW };
}
