import { expect, test } from 'vitest';
import { cycleOf } from './cycle.ts';

test.each([
  ['2026-03-05T13:00:00Z', '2026-W10'],
  // The turn of the week and of the year, on the wall of the house.
  ['2026-03-08T22:59:59Z', '2026-W10'],
  ['2026-03-08T23:00:00Z', '2026-W11'],
  ['2027-01-01T12:00:00Z', '2026-W53'],
  ['2024-12-30T12:00:00Z', '2025-W01'],
  ['2026-12-31T12:00:00Z', '2026-W53'],
  ['2028-01-01T12:00:00Z', '2027-W52'],
])('%s is in week %s in Berlin', (at, week) => {
  expect(cycleOf(new Date(at), 'Europe/Berlin')).toBe(week);
});
