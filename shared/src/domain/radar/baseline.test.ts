import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BASELINE_HOURS, expectedBetween, learnBaseline } from './baseline.ts';
import { HOUR_MS, hourOf, placeInWeek } from './hours.ts';

const ZONE = 'Europe/Berlin';
const first = hourOf(Date.UTC(2026, 0, 5));
const none = () => false;
const learnt = (countAt: (hour: number) => number, isLeftOut: (hour: number) => boolean = none) =>
  learnBaseline(
    { first, counts: Array.from({ length: BASELINE_HOURS }, (_, index) => countAt(first + index)) },
    ZONE,
    isLeftOut,
  );
const hours = (from: number, length: number) => [(first + from) * HOUR_MS, (first + from + length) * HOUR_MS] as const;

describe('what is usual', () => {
  test('is the level where every hour is alike, for any part of an hour', () => {
    const two = learnt(() => 2);
    expect(expectedBetween(two, ...hours(3, 24))).toBeCloseTo(48, 9);
    expect(expectedBetween(two, first * HOUR_MS + 30 * 60_000, (first + 1) * HOUR_MS)).toBeCloseTo(1, 9);
    expect(two.alphas).toEqual({ 1: 0.03, 6: 0.03, 24: 0.03 });
  });

  test('follows the hours of the day and the weekend by the clock on the wall', () => {
    const evening = learnt((hour) => ([18, 19, 20].includes(placeInWeek(hour, ZONE)) ? 6 : 0));
    // Monday, 5 January, 19 h in Berlin is 18 h in UTC.
    expect(expectedBetween(evening, ...hours(18, 1))).toBeGreaterThan(3);
    expect(expectedBetween(evening, ...hours(5, 1))).toBeLessThan(0.3);
    // Saturday.
    expect(expectedBetween(evening, ...hours(5 * 24 + 18, 1))).toBeLessThan(0.5);
  });

  test('hardly knows a storm of the past, and nothing of one that is left out', () => {
    const storm = (hour: number) => (hour >= first + 100 && hour < first + 106 ? 80 : 1);
    const calm = expectedBetween(
      learnt(() => 1),
      ...hours(0, 24),
    );
    expect(expectedBetween(learnt(storm), ...hours(0, 24))).toBeLessThan(calm * 1.1);
    const left = learnt(storm, (hour) => hour >= first + 100 && hour < first + 106);
    expect(expectedBetween(left, ...hours(0, 24))).toBeCloseTo(calm, 9);
  });

  test('is never negative, and as much in a day as the hours together', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 500 }), (day, from) => {
        const baseline = learnt((hour) => day[hour % 24] ?? 0);
        const parts = Array.from({ length: 24 }, (_, index) => expectedBetween(baseline, ...hours(from + index, 1)));
        expect(parts.every((part) => part >= 0)).toBe(true);
        const whole = expectedBetween(baseline, ...hours(from, 24));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(whole, 6);
      }),
      { numRuns: 20 },
    );
  });

  test('varies more where days differ', () => {
    const moody = learnt((hour) => (Math.floor(hour / 24) % 2 === 0 ? 1 : 3));
    expect(moody.alphas[24]).toBeGreaterThan(0.05);
  });
});

test('on the nights when the clocks change every hour has its place', () => {
  // 29 March: from one to three; 25 October: two o'clock comes twice.
  const spring = hourOf(Date.UTC(2026, 2, 29));
  expect([0, 1, 2].map((hour) => placeInWeek(spring + hour, ZONE) % 24)).toEqual([1, 3, 4]);
  const autumn = hourOf(Date.UTC(2026, 9, 25));
  expect([0, 1, 2].map((hour) => placeInWeek(autumn + hour, ZONE) % 24)).toEqual([2, 2, 3]);
});
