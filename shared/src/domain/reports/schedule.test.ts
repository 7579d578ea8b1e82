import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysIn } from './period.ts';
import { cadences, nextSending, periodSent } from './schedule.ts';

test.each([
  ['weekly', '2026-03-05T13:00:00Z', '2026-03-09T06:00:00Z', '2026-03-02', '2026-03-09'],
  ['weekly', '2026-03-09T05:59:59Z', '2026-03-09T06:00:00Z', '2026-03-02', '2026-03-09'],
  ['weekly', '2026-03-09T06:00:00Z', '2026-03-16T06:00:00Z', '2026-03-09', '2026-03-16'],
  ['monthly', '2026-03-01T06:00:00Z', '2026-04-01T05:00:00Z', '2026-03-01', '2026-04-01'],
  ['monthly', '2026-12-31T22:00:00Z', '2027-01-01T06:00:00Z', '2026-12-01', '2027-01-01'],
] as const)('%s after %s: at %s, about %s to %s', (cadence, now, at, from, to) => {
  const next = nextSending(cadence, new Date(now), 'Europe/Berlin');
  expect(next.toISOString()).toBe(new Date(at).toISOString());
  expect(periodSent(cadence, next, 'Europe/Berlin')).toEqual({ from, to });
});

test('periods follow each other without a gap, one for each sending', () => {
  const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(
      instants,
      fc.constantFrom(...cadences),
      fc.constantFrom('Europe/Zurich', 'Pacific/Apia'),
      (at, cadence, zone) => {
        const first = nextSending(cadence, at, zone);
        const second = nextSending(cadence, first, zone);
        expect(first > at && second > first).toBe(true);
        expect(periodSent(cadence, second, zone).from).toBe(periodSent(cadence, first, zone).to);
        expect(daysIn(periodSent(cadence, first, zone))).toBeGreaterThan(6);
      },
    ),
  );
});
