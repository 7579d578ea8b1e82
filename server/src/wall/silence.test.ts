import fc from 'fast-check';
import { expect, test } from 'vitest';
import { silenceOf } from './silence.ts';

const HOUR = 3_600_000;
/** A Thursday, 14:00 in Berlin. */
const NOW = Date.parse('2026-03-05T13:00:00Z');
const silence = (hoursAgo: readonly number[], now = NOW) =>
  silenceOf(
    hoursAgo.map((hours) => ({
      at: new Date(NOW - hours * HOUR),
      n: 1,
      lastAt: new Date(NOW - hours * HOUR + 60_000),
    })),
    new Date(now),
    'Europe/Berlin',
  );
const hourly = (from: number) => Array.from({ length: 28 * 24 - from }, (_, i) => from + i);
/** Ten an hour from 9 to 17 local time, and nothing else. */
const byDay = hourly(0).flatMap((hours) => {
  const hour = new Date(NOW - hours * HOUR + HOUR).getUTCHours();
  return hour >= 9 && hour < 17 ? Array.from({ length: 10 }, () => hours) : [];
});

test('one an hour: three hours without are not usual', () => {
  expect(silence(hourly(2.5))).toMatchObject({ silent: false, usualGapMinutes: 63 });
  expect(silence(hourly(4))).toMatchObject({ silent: true });
});

test('a quiet night is nothing unusual, a quiet morning is', () => {
  const evening = Date.parse('2026-03-05T16:00:00Z');
  expect(silence(byDay, NOW).silent).toBe(false);
  const untilEvening = [...byDay, -1, -2, -2.75];
  expect(silence(untilEvening, evening + 12 * HOUR)).toMatchObject({ silent: false, usualGapMinutes: null });
  expect(silence(untilEvening, evening + 17 * HOUR).silent).toBe(true);
});

test('since when is told by the minute, not by the quarter of an hour that is counted', () => {
  expect(silence(hourly(4)).lastItemAt).toBe('2026-03-05T09:01:00.000Z');
});

test('nobody knows what is usual where little came', () => {
  expect(silence([])).toEqual({ lastItemAt: null, silent: false, usualGapMinutes: null });
  expect(silence(Array.from({ length: 19 }, (_, i) => 600 + i)).silent).toBe(false);
});

test('what is silent stays so until something comes', () => {
  const times = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 20, maxLength: 200 });
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 100 }), (hoursAgo, later) => {
      if (silence(hoursAgo).silent) expect(silence(hoursAgo, NOW + later * HOUR).silent).toBe(true);
      expect(silence([...hoursAgo, 0]).silent).toBe(false);
    }),
  );
});
