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
  expect(createTimes('en', 'Europe/Berlin', 'Europe/Paris').instant('2026-03-04T22:50:00Z', now)).toBe(
    'yesterday, 23:50',
  );
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

const zurich = createTimes('de', 'Europe/Zurich', 'Europe/Zurich');

test('the days on which the clocks change are days like others', () => {
  // A day of 23 hours, and one of 25: half past eleven in the evening before, on and after it.
  expect(zurich.instant('2026-03-29T08:00:00Z', Date.parse('2026-03-28T22:30:00Z'))).toBe('morgen, 10:00');
  expect(zurich.instant('2026-03-28T22:30:00Z', Date.parse('2026-03-29T21:30:00Z'))).toBe('gestern, 23:30');
  expect(zurich.instant('2026-03-29T00:30:00Z', Date.parse('2026-03-30T21:30:00Z'))).toBe('gestern, 01:30');
  expect(zurich.instant('2026-10-24T12:00:00Z', Date.parse('2026-10-25T22:30:00Z'))).toBe('gestern, 14:00');
  expect(zurich.instant('2026-10-25T22:30:00Z', Date.parse('2026-10-24T22:30:00Z'))).toBe('23:30');
  expect(zurich.instant('2026-10-26T07:00:00Z', Date.parse('2026-10-24T22:30:00Z'))).toBe('morgen, 08:00');
  expect(zurich.exact('2026-10-25T00:59:00Z')).toBe('Sonntag, 25. Oktober 2026 um 02:59 MESZ');
  expect(zurich.exact('2026-10-25T01:00:00Z')).toBe('Sonntag, 25. Oktober 2026 um 02:00 MEZ');
});

test('how long ago is said by hours that have passed, not by those that the clock shows', () => {
  const ago = (at: string, now: string) => zurich.ago(at, Date.parse(now));
  expect(ago('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z')).toBe('vor 1 Std.');
  expect(ago('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z')).toBe('vor 1 Std.');
  expect(ago('2026-03-28T22:31:00Z', '2026-03-29T22:30:00Z')).toBe('vor 23 Std.');
  expect(ago('2026-03-28T22:30:00Z', '2026-03-29T22:30:00Z')).toBe('Sa., 28. März, 23:30');
});

test('within a day as far back, then the day and the time by the own clock', () => {
  expect(berlin.ago('2026-03-05T22:29:30Z', now)).toBe('jetzt');
  expect(berlin.ago('2026-03-05T22:18:00Z', now)).toBe('vor 12 Min.');
  expect(berlin.ago('2026-03-05T19:00:00Z', now)).toBe('vor 3 Std.');
  expect(berlin.ago('2026-03-06T01:30:00Z', now)).toBe('in 3 Std.');
  expect(berlin.ago('2026-03-02T14:07:00Z', now)).toBe('Mo., 2. März, 15:07');
  expect(createTimes('en', 'Europe/Berlin', 'Europe/Berlin').ago('2026-03-05T19:00:00Z', now)).toBe('3 hr ago');
  const athens = createTimes('de', 'Europe/Berlin', 'Europe/Athens');
  expect(athens.ago('2026-03-02T14:07:00Z', now)).toBe('Mo., 2. März, 16:07 OEZ');
  expect(athens.exactHere('2026-03-02T14:07:00Z')).toBe(
    'Montag, 2. März 2026 um 16:07 OEZ (Montag, 2. März 2026 um 15:07 MEZ)',
  );
  expect(berlin.exactHere('2026-03-02T14:07:00Z')).toBe(berlin.exact('2026-03-02T14:07:00Z'));
});

test('the zone is named where the own clock shows another time, and only there', () => {
  expect(berlin.named('14:32', now)).toBe('14:32');
  expect(createTimes('de', 'Europe/Berlin', 'Europe/London').named('14:32', now)).toBe('14:32 MEZ');
  expect(createTimes('en', 'Europe/Berlin', 'Asia/Tokyo').named('14:32', now)).toBe('14:32 CET');
  const london = createTimes('de', 'Europe/Berlin', 'Europe/London');
  expect(london.instant('2026-03-05T14:00:00Z', now)).toBe('15:00 MEZ');
  // By the zone as it is called on that day, not today.
  expect(london.instant('2026-07-05T14:00:00Z', now)).toBe('So., 5. Juli, 16:00 MESZ');
  // The same hour and minute, but a day apart.
  expect(createTimes('de', 'Pacific/Auckland', 'Pacific/Honolulu').named('14:32', now)).not.toBe('14:32');
});

test('a field that takes the own time names it, where it is not that of the house', () => {
  expect(berlin.ownZone(now)).toBeNull();
  const athens = createTimes('de', 'Europe/Berlin', 'Europe/Athens');
  expect(athens.ownZone('2026-03-05T14:00:00Z')).toBe('OEZ');
  expect(athens.ownZone('2026-07-05T14:00:00Z')).toBe('OESZ');
});
