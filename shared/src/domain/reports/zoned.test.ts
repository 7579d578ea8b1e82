import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zoned } from './zoned.ts';

test.each([
  ['2026-03-05T13:00:00.500Z', 'Europe/Berlin', '2026-03-05T14:00:00+01:00'],
  ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29T03:00:00+02:00'],
  ['2026-03-05T13:00:00Z', 'America/St_Johns', '2026-03-05T09:30:00-03:30'],
  ['2026-03-05T13:00:00Z', 'UTC', '2026-03-05T13:00:00+00:00'],
])('%s in %s', (at, zone, text) => {
  expect(zoned(new Date(at), zone)).toBe(text);
});

test('it is still the same instant', () => {
  const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  const zones = fc.constantFrom('Europe/Zurich', 'Asia/Kathmandu', 'Pacific/Apia', 'America/New_York');
  fc.assert(
    fc.property(instants, zones, (at, zone) => {
      expect(Math.floor(Date.parse(zoned(at, zone)) / 1000)).toBe(Math.floor(at.getTime() / 1000));
    }),
  );
});
