import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { negativeBinomialLimit, negativeBinomialTail } from './negative-binomial.ts';

describe('the chance of so many or more', () => {
  // Computed by SciPy 1.17.1: nbinom.sf(count - 1, 1/alpha, (1/alpha) / (1/alpha + mean)).
  test.each([
    [5, 0.2, 0.4, 2.3777132644427542e-5],
    [8, 1.3, 0.15, 0.00047558059920572814],
    [12, 4.8, 0.4, 0.0586708668995032],
    [30, 10, 0.03, 1.3107922513340264e-5],
    [40, 100, 0.25, 0.9174388189364061],
    [300, 100, 0.4, 0.011011555452546772],
    [1, 0.01, 0.03, 0.009948681471913115],
    [20, 0.5, 2.5, 9.164946584317193e-7],
    [3, 3, 1, 0.421875],
  ])('%i of %f expected, alpha %f', (count, mean, alpha, chance) => {
    expect(Math.abs(negativeBinomialTail(count, { mean, alpha }) / chance - 1)).toBeLessThan(1e-9);
  });

  // A textbook example: five bars of candy, sold at a door with a chance of 0.4. Here: houses without a sale.
  test('the last bar is sold by the eighth house in 17 of 100 cases, and after the thirtieth in 0.15', () => {
    const law = { mean: (5 * 0.6) / 0.4, alpha: 1 / 5 };
    expect(1 - negativeBinomialTail(4, law)).toBeCloseTo(0.17367, 5);
    expect(negativeBinomialTail(26, law)).toBeCloseTo(0.00151, 5);
  });

  test('is certain for none, impossible when nothing is expected, and falls with the count', () => {
    expect(negativeBinomialTail(0, { mean: 3, alpha: 0.1 })).toBe(1);
    expect(negativeBinomialTail(1, { mean: 0, alpha: 0.1 })).toBe(0);
    const law = fc.record({
      mean: fc.double({ min: 0.001, max: 200, noNaN: true }),
      alpha: fc.double({ min: 0.03, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(law, fc.integer({ min: 1, max: 300 }), (one, count) => {
        const chance = negativeBinomialTail(count, one);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(negativeBinomialTail(count - 1, one) + 1e-12);
      }),
    );
  });
});

test('the limit is the count that more than the chance would exceed', () => {
  const law = { mean: 4.8, alpha: 0.4 };
  const limit = negativeBinomialLimit(0.05, law);
  expect(negativeBinomialTail(limit + 1, law)).toBeLessThanOrEqual(0.05);
  expect(negativeBinomialTail(limit, law)).toBeGreaterThan(0.05);
});
