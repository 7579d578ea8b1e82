import { type Interval, Z95 } from './interval.ts';

/** One thing that two people rated; ratings from 0 on. */
export interface RatedTwice {
  readonly first: number;
  readonly second: number;
  /** Ratings of one cluster (the criteria of one thread) are not independent; left out: of its own. */
  readonly cluster?: string;
}
export interface Kappa extends Interval {
  readonly kappa: number;
}
export type KappaWeights = 'linear' | 'quadratic';

/**
 * Cohen's weighted κ for `categories` ordered categories, with the large-sample 95 % interval of Fleiss, Cohen and
 * Everitt (1969). Where several ratings share a cluster their influences are added before they are squared, so that
 * five criteria of one thread do not count as five threads. Null where chance alone explains everything: nothing was
 * rated, or everybody always gave the same rating.
 */
export function weightedKappa(
  pairs: readonly RatedTwice[],
  categories: number,
  weights: KappaWeights = 'quadratic',
): Kappa | null {
  const n = pairs.length;
  if (n === 0) return null;
  const apart = (i: number, j: number) => Math.abs(i - j) / (categories - 1);
  const weight = (i: number, j: number) => 1 - (weights === 'linear' ? apart(i, j) : apart(i, j) ** 2);
  const rows = sharesOf(
    pairs.map((pair) => pair.first),
    categories,
  );
  const columns = sharesOf(
    pairs.map((pair) => pair.second),
    categories,
  );
  const rowMeans = rows.map((_, i) => dot(columns, (j) => weight(i, j)));
  const columnMeans = columns.map((_, j) => dot(rows, (i) => weight(i, j)));
  const expected = dot(rows, (i) => rowMeans[i] ?? 0);
  if (1 - expected < 1e-12) return null;
  const observed = pairs.reduce((sum, { first, second }) => sum + weight(first, second), 0) / n;
  const kappa = (observed - expected) / (1 - expected);

  const influence = ({ first, second }: RatedTwice) =>
    weight(first, second) - ((rowMeans[first] ?? 0) + (columnMeans[second] ?? 0)) * (1 - kappa);
  const mean = pairs.reduce((sum, pair) => sum + influence(pair), 0) / n;
  const clusters = Map.groupBy(pairs.keys(), (i) => pairs[i]?.cluster ?? i);
  let squares = 0;
  for (const members of clusters.values()) {
    squares += members.reduce((sum, i) => sum + influence(pairs[i] as RatedTwice) - mean, 0) ** 2;
  }
  const error = Math.sqrt(squares) / (n * (1 - expected));
  return { kappa, from: Math.max(-1, kappa - Z95 * error), to: Math.min(1, kappa + Z95 * error) };
}

function sharesOf(ratings: readonly number[], categories: number): number[] {
  const shares = Array.from({ length: categories }, () => 0);
  for (const rating of ratings) shares[rating] = (shares[rating] ?? 0) + 1 / ratings.length;
  return shares;
}

const dot = (shares: readonly number[], value: (index: number) => number): number =>
  shares.reduce((sum, share, index) => sum + share * value(index), 0);
