import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketsOf, dateOf, dayOf, daysIn, grains, monthStart, periodBefore, soFar } from './period.ts';

test('months, weeks and days begin where the calendar says, and end with the period', () => {
  const period = { from: '2026-03-05', to: '2026-05-02' };
  const parts = (grain: 'day' | 'week' | 'month') => bucketsOf(period, grain, 'Europe/Berlin').map(({ from }) => from);
  expect(parts('month')).toEqual(['2026-03-05', '2026-04-01', '2026-05-01']);
  expect(parts('week').slice(0, 3)).toEqual(['2026-03-05', '2026-03-09', '2026-03-16']);
  expect(parts('day')).toHaveLength(58);
});

test('a day of the house is 23 or 25 hours long when the clocks change', () => {
  const hours = (from: string, to: string) =>
    bucketsOf({ from, to }, 'day', 'Europe/Zurich').map(({ start, end }) => (end.getTime() - start.getTime()) / 3.6e6);
  expect(hours('2026-03-28', '2026-03-31')).toEqual([24, 23, 24]);
  expect(hours('2026-10-24', '2026-10-27')).toEqual([24, 25, 24]);
});

test.each([
  [
    { from: '2026-03-01', to: '2026-04-01' },
    { from: '2026-02-01', to: '2026-03-01' },
  ],
  [
    { from: '2026-01-01', to: '2026-04-01' },
    { from: '2025-10-01', to: '2026-01-01' },
  ],
  [
    { from: '2026-03-02', to: '2026-03-09' },
    { from: '2026-02-23', to: '2026-03-02' },
  ],
])('%j is compared with %j', (period, before) => {
  expect(periodBefore(period)).toEqual(before);
});

test('what is still to come is no part of it', () => {
  const march = { from: '2026-03-01', to: '2026-04-01' };
  expect(soFar(march, '2026-03-05')).toEqual({ from: '2026-03-01', to: '2026-03-06' });
  expect(soFar(march, '2026-06-01')).toEqual(march);
  expect(soFar(march, '2026-02-28')).toBeNull();
});

const periods = fc
  .tuple(fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2035-01-01') }), fc.integer({ min: 1, max: 400 }))
  .map(([day, length]) => ({ from: dateOf(day), to: dateOf(day + length) }));

test('parts follow each other without gap or overlap, whatever the zone', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'Europe/Zurich', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC');
  fc.assert(
    fc.property(periods, fc.constantFrom(...grains), zones, (period, grain, zone) => {
      const parts = bucketsOf(period, grain, zone);
      expect(parts[0]?.from).toBe(period.from);
      expect(parts.at(-1)?.to).toBe(period.to);
      for (const [index, part] of parts.slice(1).entries()) {
        expect(part.start).toEqual(parts[index]?.end);
        if (grain === 'month') expect(part.from).toBe(monthStart(part.from));
      }
    }),
    { numRuns: 200 },
  );
});

test('the period before ends where this one begins, and is as long', () => {
  fc.assert(
    fc.property(periods, (period) => {
      const before = periodBefore(period);
      expect(before.to).toBe(period.from);
      const months = period.from === monthStart(period.from) && period.to === monthStart(period.to);
      if (!months) expect(daysIn(before)).toBe(daysIn(period));
    }),
  );
});
