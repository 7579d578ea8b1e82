import { expect, test } from 'vitest';
import { createTimes } from './times.ts';

const now = Date.parse('2026-03-05T22:30:00Z');
const berlin = createTimes('de', 'Europe/Berlin', 'Europe/Vienna');

test('times are those of the house, by 24 hours, in both languages', () => {
  expect(berlin.time('2026-03-05T22:05:00Z')).toBe('23:05');
  expect(createTimes('en', 'Europe/Berlin').time('2026-03-05T22:05:00Z')).toBe('23:05');
  expect(createTimes('en', 'America/New_York').time('2026-03-05T22:05:00Z')).toBe('17:05');
});

test('today is the day of the house', () => {
  expect(berlin.instant('2026-03-04T23:10:00Z', now)).toBe('00:10');
  expect(berlin.instant('2026-03-05T23:10:00Z', now)).toBe('morgen, 00:10');
  expect(berlin.instant('2026-03-04T22:50:00Z', now)).toBe('gestern, 23:50');
  expect(createTimes('en', 'Europe/Berlin').instant('2026-03-04T22:50:00Z', now)).toBe('yesterday, 23:50');
  expect(berlin.instant('2026-03-06T23:10:00Z', now)).toBe('Sa., 7. März, 00:10');
  expect(berlin.instant('2025-12-24T12:05:00Z', now)).toBe('Mi., 24. Dez. 2025, 13:05');
  expect(berlin.day('2026-03-06T08:40:00Z', now)).toMatch(/Fr.*09:40/);
  expect(berlin.date('2025-12-24T12:05:00Z', now)).toMatch(/24\. Dez\. 2025/);
});

test('winter and summer time of the house', () => {
  expect(berlin.exact('2026-03-29T00:30:00Z')).toBe('Sonntag, 29. März 2026 um 01:30 MEZ');
  expect(berlin.exact('2026-03-29T01:30:00Z')).toBe('Sonntag, 29. März 2026 um 03:30 MESZ');
  expect(berlin.exact('2026-10-25T00:30:00Z')).toContain('02:30 MESZ');
  expect(berlin.exact('2026-10-25T01:30:00Z')).toContain('02:30 MEZ');
});

test('the zone is named where the own clock shows another time, and only there', () => {
  expect(berlin.named('14:32', now)).toBe('14:32');
  expect(createTimes('de', 'Europe/Berlin', 'Europe/London').named('14:32', now)).toBe('14:32 MEZ');
  expect(createTimes('en', 'Europe/Berlin', 'Asia/Tokyo').named('14:32', now)).toBe('14:32 CET');
  // The same hour and minute, but a day apart.
  expect(createTimes('de', 'Pacific/Auckland', 'Pacific/Honolulu').named('14:32', now)).not.toBe('14:32');
});
