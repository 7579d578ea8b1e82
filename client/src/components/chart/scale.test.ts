import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundSteps, timeMarks, timePlace } from './scale.ts';

test.each([
  [0, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [14, [0, 5, 10, 15]],
  [212, [0, 50, 100, 150, 200, 250]],
])('an axis up to %i', (max, steps) => {
  expect(roundSteps(max)).toEqual(steps);
});

test('an axis reaches its largest value in few steps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (max) => {
      const steps = roundSteps(max);
      expect(steps.at(-1)).toBeGreaterThanOrEqual(max);
      expect(steps.length).toBeLessThanOrEqual(6);
    }),
  );
});

test('later stands further right, marks at equal distances', () => {
  const marks = timeMarks(400);
  expect(marks).toEqual([0, 15, 30, 60, 120, 240, 480]);
  expect(marks.map((mark) => timePlace(mark, marks))).toEqual(marks.map((_, i) => expect.closeTo(i / 6, 9)));
  const minute = fc.integer({ min: 0, max: 600 });
  fc.assert(
    fc.property(minute, minute, (a, b) => {
      expect(timePlace(Math.min(a, b), marks)).toBeLessThanOrEqual(timePlace(Math.max(a, b), marks));
    }),
  );
  expect(timePlace(10_000, marks)).toBe(1);
});
