import { instantOf } from '@stammgast/shared/domain/time-words/local-time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysIn, hourAt, stretchesOf, usualDays } from './days.ts';

const zones = ['Europe/Berlin', 'Europe/Zurich', 'Asia/Kolkata', 'America/New_York', 'UTC'];

test('an hour holds what lies between its start and that of the next, also when clocks change', () => {
  const around = ['2026-03-29', '2026-10-25', '2026-07-01'].map((day) => Date.parse(`${day}T00:00:00Z`));
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...around),
      fc.integer({ min: -86_400_000, max: 2 * 86_400_000 }),
      (zone, near, away) => {
        const instant = new Date(near + away);
        const { day, hour } = hourAt(instant, zone);
        expect(instant >= instantOf(day, hour * 60, zone)).toBe(true);
        expect(instant < instantOf(day, (hour + 1) * 60, zone)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('a period ends today; days in a row are one stretch', () => {
  const now = new Date('2026-03-05T23:30:00Z');
  const week = stretchesOf(daysIn('week', now, 'Europe/Berlin'), 'Europe/Berlin');
  expect(week).toEqual([{ from: new Date('2026-02-27T23:00:00Z'), to: new Date('2026-03-06T23:00:00Z') }]);
  expect(stretchesOf(usualDays('today', now, 'Europe/Berlin'), 'Europe/Berlin')).toHaveLength(4);
  expect(stretchesOf([], 'UTC')).toEqual([]);
});
