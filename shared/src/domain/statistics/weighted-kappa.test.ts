import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Z95 } from './interval.ts';
import { type KappaWeights, type RatedTwice, weightedKappa } from './weighted-kappa.ts';

const pairsOf = (table: readonly (readonly number[])[]): RatedTwice[] =>
  table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => ({ first, second }))),
  );
const errorOf = (table: readonly (readonly number[])[], weights: KappaWeights) => {
  const found = weightedKappa(pairsOf(table), table.length, weights);
  return found ? (found.to - found.kappa) / Z95 : Number.NaN;
};

// The anxiety data of the R package irr (raters 2 and 3; nobody gave a 5), with what kappa2 prints for them.
const second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];
const third = [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2];
const levels = [1, 2, 3, 4, 6];
const anxiety = second.map((rating, i) => ({
  first: levels.indexOf(rating),
  second: levels.indexOf(third[i] as number),
}));
// The example of the SAS manual for two raters and three categories; it prints four digits.
const sas = [
  [0, 4, 1],
  [0, 8, 0],
  [0, 1, 5],
];

describe('published examples', () => {
  test('irr: κ with linear and with quadratic weights', () => {
    expect(weightedKappa(anxiety, 5, 'linear')?.kappa).toBeCloseTo(0.1459075, 6);
    expect(weightedKappa(anxiety, 5, 'quadratic')?.kappa).toBeCloseTo(0.2520325, 6);
  });

  test('SAS: κ, its standard error and the limits', () => {
    const found = weightedKappa(pairsOf(sas), 3, 'linear');
    expect(found?.kappa).toBeCloseTo(59 / 125.5, 10);
    expect(found?.kappa).toBeCloseTo(0.4701, 4);
    expect(errorOf(sas, 'linear')).toBeCloseTo(0.1457, 4);
    expect([found?.from, found?.to]).toEqual([expect.closeTo(0.1845, 4), expect.closeTo(0.7558, 4)]);
  });
});

/** κ as a function of the shares of the cells. */
function kappaOf(cells: readonly (readonly number[])[], weights: KappaWeights): number {
  const apart = (i: number, j: number) => Math.abs(i - j) / (cells.length - 1);
  const w = (i: number, j: number) => 1 - (weights === 'linear' ? apart(i, j) : apart(i, j) ** 2);
  const row = (i: number) => (cells[i] ?? []).reduce((a, b) => a + b, 0);
  const column = (j: number) => cells.reduce((sum, one) => sum + (one[j] ?? 0), 0);
  let [observed, expected] = [0, 0];
  for (const [i, one] of cells.entries())
    for (const [j, share] of one.entries()) {
      observed += w(i, j) * share;
      expected += w(i, j) * row(i) * column(j);
    }
  return (observed - expected) / (1 - expected);
}

/** The delta method with derivatives taken by difference: another way to the same standard error. */
function errorByDifferences(table: readonly (readonly number[])[], weights: KappaWeights): number {
  const n = table.flat().reduce((a, b) => a + b, 0);
  const cells = table.map((row) => row.map((count) => count / n));
  const h = 1e-5;
  const slopes = cells.map((row, i) =>
    row.map((_, j) => {
      const moved = (by: number) =>
        kappaOf(
          cells.map((one, a) => one.map((share, b) => (a === i && b === j ? share + by : share))),
          weights,
        );
      return (moved(h) - moved(-h)) / (2 * h);
    }),
  );
  const mean = cells.flatMap((row, i) => row.map((p, j) => p * (slopes[i]?.[j] ?? 0))).reduce((a, b) => a + b, 0);
  const square = cells
    .flatMap((row, i) => row.map((p, j) => p * (slopes[i]?.[j] ?? 0) ** 2))
    .reduce((a, b) => a + b, 0);
  return Math.sqrt((square - mean ** 2) / n);
}

test('the standard error is that of the delta method, to 1e-6', () => {
  const tables = [
    sas,
    [
      [22, 2, 2, 0],
      [5, 7, 14, 0],
      [0, 2, 36, 0],
      [0, 1, 14, 13],
    ],
  ];
  for (const table of tables)
    for (const weights of ['linear', 'quadratic'] as const)
      expect(errorOf(table, weights)).toBeCloseTo(errorByDifferences(table, weights), 6);
});

const rating = fc.integer({ min: 0, max: 3 });
const ratings = fc.array(fc.record({ first: rating, second: rating }), { minLength: 2, maxLength: 60 });

test('is 1 for those who agree, the same whoever came first, and lies within its interval', () => {
  fc.assert(
    fc.property(ratings, (pairs) => {
      const found = weightedKappa(pairs, 4);
      const turned = weightedKappa(
        pairs.map(({ first, second }) => ({ first: second, second: first })),
        4,
      );
      if (found === null) {
        expect(turned).toBeNull();
        return;
      }
      expect(found.from <= found.kappa && found.kappa <= found.to).toBe(true);
      expect(turned?.kappa).toBeCloseTo(found.kappa, 10);
      const agreeing = weightedKappa(
        pairs.map(({ first }) => ({ first, second: first })),
        4,
      );
      if (agreeing) expect(agreeing.kappa).toBeCloseTo(1, 10);
    }),
  );
});

test('the same ratings told five times prove no more than once when they are known to belong together', () => {
  fc.assert(
    fc.property(ratings, (pairs) => {
      const once = weightedKappa(pairs, 4);
      const five = weightedKappa(
        pairs.flatMap((pair, i) => Array.from({ length: 5 }, () => ({ ...pair, cluster: `${i}` }))),
        4,
      );
      expect(five?.kappa ?? null).toEqual(once === null ? null : expect.closeTo(once.kappa, 8));
      expect(five?.from ?? null).toEqual(once === null ? null : expect.closeTo(once.from, 8));
    }),
  );
});

test('is unknown without ratings, and where everybody always says the same', () => {
  expect(weightedKappa([], 4)).toBeNull();
  expect(
    weightedKappa(
      [
        { first: 3, second: 3 },
        { first: 3, second: 3 },
      ],
      4,
    ),
  ).toBeNull();
});
