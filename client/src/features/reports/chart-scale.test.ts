import fc from 'fast-check';
import { expect, test } from 'vitest';
import { niceTop, runsOf } from './chart-scale.ts';
import type { Point } from './measures.ts';

const point = (value: number | null, to: number | null = null): Point => ({ value, from: null, to, gap: false });

test.each([
  ['count', [3, 17], 20],
  ['count', [54, 61], 80],
  ['count', [0], 1],
  ['time', [38], 60],
  ['time', [300], 480],
  ['share', [0.3], 1],
] as const)('a %s of %j is drawn up to %i', (kind, values, top) => {
  expect(
    niceTop(
      values.map((value) => point(value)),
      kind,
    ),
  ).toBe(top);
});

test('nothing is drawn above the top, and intervals count', () => {
  const values = fc.array(fc.tuple(fc.nat(1e6), fc.nat(1e6)), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(values, fc.constantFrom('count', 'time'), (list, kind) => {
      const points = list.map(([value, more]) => point(value, value + more));
      expect(niceTop(points, kind as 'count')).toBeGreaterThanOrEqual(Math.max(...points.map(({ to }) => to ?? 0)));
    }),
  );
});

test('a line ends where nothing is known', () => {
  const runs = runsOf([point(1), point(2), point(null), point(3)]);
  expect(runs.map((run) => run.map(([index]) => index))).toEqual([[0, 1], [3]]);
});
