import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

// R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I,
// method 3; printed there with four digits, here computed to ten with SciPy's normal quantile.
test.each([
  [81, 263, 0.2552885199, 0.366209577],
  [15, 148, 0.0623863995, 0.1604872417],
  [0, 20, 0, 0.1611251581],
  [1, 29, 0.0061132143, 0.1717552188],
])('%i of %i lies between %f and %f', (part, whole, from, to) => {
  expect(wilson(part, whole)?.from).toBeCloseTo(from, 9);
  expect(wilson(part, whole)?.to).toBeCloseTo(to, 9);
});

test('is unknown without any', () => {
  expect(wilson(0, 0)).toBeNull();
});

const counts = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }))
  .map(([a, b]): [number, number] => [Math.min(a, b), b]);

test('holds the share, stays within 0 and 1, and mirrors', () => {
  fc.assert(
    fc.property(counts, ([part, whole]) => {
      const { from, to } = wilson(part, whole) ?? { from: Number.NaN, to: Number.NaN };
      expect(0 <= from && from <= part / whole && part / whole <= to && to <= 1).toBe(true);
      const mirrored = wilson(whole - part, whole);
      expect(mirrored?.from).toBeCloseTo(1 - to, 12);
      expect(mirrored?.to).toBeCloseTo(1 - from, 12);
    }),
  );
});

test('narrows with more of the same', () => {
  fc.assert(
    fc.property(counts, ([part, whole]) => {
      const width = (times: number) => {
        const interval = wilson(part * times, whole * times);
        return interval ? interval.to - interval.from : Number.NaN;
      };
      expect(width(2)).toBeLessThan(width(1));
    }),
  );
});
