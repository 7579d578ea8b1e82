import { expect, test } from 'vitest';
import { countIn, newTally, numbersOf } from './tally.ts';

const waits = (count: number, happened: (n: number) => boolean) => {
  const tally = newTally();
  for (let n = 1; n <= count; n++)
    countIn(tally, {
      ...{ what: 'waited', part: 0, channelId: 'blog', trait: null, waits: !happened(n), inTime: null },
      ...{ clockMinutes: n, businessMinutes: n / 2, happened: happened(n) },
    });
  return numbersOf(tally, 1);
};
const minutes = ({ clockTime: { p50, p90, p95 } }: ReturnType<typeof waits>) =>
  [p50, p90, p95].map((at) => at?.minutes ?? null);

test('by when half, nine of ten and nineteen of twenty had their answer, by both clocks', () => {
  const numbers = waits(100, () => true);
  expect(minutes(numbers)).toEqual([50, 90, 95]);
  expect(numbers.businessTime.p95?.minutes).toBe(47.5);
  expect(numbers.clockTime.p95?.from).toBeLessThan(95);
});

test('what too few have reached is not reached yet', () => {
  expect(minutes(waits(100, (n) => n <= 92))).toEqual([50, 90, null]);
  expect(waits(100, (n) => n <= 92).clockTime.p95).toMatchObject({ minutes: null, to: null });
  expect(minutes(waits(100, () => false))).toEqual([null, null, null]);
});

test('fewer than ten cases say nothing', () => {
  expect(waits(9, () => true).clockTime).toEqual({ p50: null, p90: null, p95: null });
});
