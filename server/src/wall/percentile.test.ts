import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';

test.each([
  [[7], 0.5, 7],
  [[30, 10, 20], 0.5, 20],
  [[10, 20], 0.5, 15],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
  [[10, 20, 30, 40], 0.9, 37],
])('of %j at %f is %f', (values, share, expected) => {
  expect(percentile(values, share)).toBeCloseTo(expected, 9);
});

test('of nothing is unknown', () => {
  expect(percentile([], 0.5)).toBeNull();
});

test('lies within the data, and at most that share lies below it', () => {
  const values = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
      const value = percentile(list, share) ?? Number.NaN;
      expect(value >= Math.min(...list) && value <= Math.max(...list)).toBe(true);
      expect(list.filter((each) => each < value).length).toBeLessThanOrEqual(
        Math.ceil((list.length - 1) * share) + 1e-9,
      );
    }),
  );
});
