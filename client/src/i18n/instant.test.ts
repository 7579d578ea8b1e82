import { expect, test } from 'vitest';
import { instantWords } from './instant.ts';

const now = () => new Date('2026-03-05T22:30:00Z');

test('today is told by time in the zone of the house, not of the browser', () => {
  expect(instantWords('de', 'Europe/Berlin', now)('2026-03-05T12:05:00Z')).toBe('13:05');
  expect(instantWords('de', 'Europe/Berlin', now)('2026-03-04T23:10:00Z')).toBe('00:10');
  expect(instantWords('de', 'Asia/Tokyo', now)('2026-03-05T12:05:00Z')).toContain('5. März');
});

test('other days name the day, other years the year', () => {
  expect(instantWords('de', 'Europe/Berlin', now)('2026-03-02T12:05:00Z')).toMatch(/Mo.*2\. März.*13:05/);
  expect(instantWords('en', 'Europe/Berlin', now)('2026-03-02T12:05:00Z')).toMatch(/Mon.*2 Mar.*13:05/);
  expect(instantWords('de', 'Europe/Berlin', now)('2025-12-24T12:05:00Z')).toMatch(/24\. Dez.* 2025/);
});
