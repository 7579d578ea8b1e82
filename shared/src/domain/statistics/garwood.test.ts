import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gammaShare, logGamma } from './gamma.ts';
import { garwood } from './garwood.ts';

// F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936); the digits as R's epitools::pois.exact
// and SciPy's chi2.ppf print them.
test.each([
  [0, 0, 3.6888794541],
  [1, 0.025317808, 5.5716433909],
  [2, 0.2422092785, 7.2246876677],
  [3, 0.6186721229, 8.7672730697],
  [5, 1.6234863901, 11.6683320793],
  [10, 4.7953886961, 18.390356042],
  [25, 16.1786818478, 36.9049316975],
  [100, 81.3639912509, 121.6267937924],
  [137, 115.0205344338, 161.9564046881],
  [1000, 938.9730184077, 1063.9521360163],
])('%i seen: between %f and %f to expect', (count, from, to) => {
  expect(garwood(count).from).toBeCloseTo(from, 9);
  expect(garwood(count).to).toBeCloseTo(to, 9);
});

test('the chance of a Poisson count outside is 2.5 % on either side', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (count) => {
      const { from, to } = garwood(count);
      expect(1 - below(count, from)).toBeCloseTo(0.025, 9);
      expect(below(count + 1, to)).toBeCloseTo(0.025, 9);
    }),
    { numRuns: 60 },
  );
});

/** The chance of fewer than `count` events when `mean` are expected, term by term. */
function below(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = 0;
  for (let k = 0; k < count; k++) {
    sum += term;
    term *= mean / (k + 1);
  }
  return sum;
}

test('holds the count, grows with it, and stays quick for large ones', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (count) => {
      const { from, to } = garwood(count);
      expect(from).toBeLessThanOrEqual(count);
      expect(to).toBeGreaterThan(count);
      expect(garwood(count + 1).from).toBeGreaterThan(from);
      expect(garwood(count + 1).to).toBeGreaterThan(to);
    }),
    { numRuns: 40 },
  );
});

test('the logarithm of Γ is that of the factorial, and of √π at a half', () => {
  let factorial = 0;
  for (let n = 1; n < 60; n++) {
    expect(logGamma(n)).toBeCloseTo(factorial, 9);
    factorial += Math.log(n);
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
  expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 12);
  expect(gammaShare(3, 0)).toBe(0);
});
