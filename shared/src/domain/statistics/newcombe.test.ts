import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcombe } from './newcombe.ts';

// R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17
// (1998), table II, method 10: all eight examples, as printed.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i/%i − %i/%i lies between %f and %f', (a, m, b, n, from, to) => {
  const interval = newcombe({ part: a, whole: m }, { part: b, whole: n });
  expect(Math.abs((interval?.from ?? 9) - from)).toBeLessThanOrEqual(5.1e-5);
  expect(Math.abs((interval?.to ?? 9) - to)).toBeLessThanOrEqual(5.1e-5);
});

test('agrees with the formula to ten digits', () => {
  const interval = newcombe({ part: 56, whole: 70 }, { part: 48, whole: 80 });
  expect(interval?.difference).toBeCloseTo(0.2, 12);
  expect(interval?.from).toBeCloseTo(0.0524314724, 9);
  expect(interval?.to).toBeCloseTo(0.333872654, 9);
});

test('is unknown when one of the two is', () => {
  expect(newcombe({ part: 0, whole: 0 }, { part: 1, whole: 2 })).toBeNull();
  expect(newcombe({ part: 1, whole: 2 }, { part: 0, whole: 0 })).toBeNull();
});

const shares = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 900 }))
  .map(([a, b]) => ({ part: Math.min(a, b), whole: b }));

test('holds the difference, stays within −1 and 1, and turns with the order', () => {
  fc.assert(
    fc.property(shares, shares, (first, second) => {
      const there = newcombe(first, second);
      const back = newcombe(second, first);
      if (!(there && back)) throw new Error('unknown');
      expect(there.from).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(there.from).toBeLessThanOrEqual(there.difference);
      expect(there.to).toBeGreaterThanOrEqual(there.difference);
      expect(there.to).toBeLessThanOrEqual(1 + 1e-12);
      expect(back.from).toBeCloseTo(-there.to, 12);
      expect(back.to).toBeCloseTo(-there.from, 12);
    }),
  );
});
