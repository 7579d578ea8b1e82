import { expect, test } from 'vitest';
import { presetNames, presetOf, presets, questionOf, readReportSearch } from './report-search.ts';

const today = '2026-03-05';

test.each([
  ['last7', '2026-02-27', '2026-03-06'],
  ['last30', '2026-02-04', '2026-03-06'],
  ['thisWeek', '2026-03-02', '2026-03-09'],
  ['lastWeek', '2026-02-23', '2026-03-02'],
  ['thisMonth', '2026-03-01', '2026-04-01'],
  ['lastMonth', '2026-02-01', '2026-03-01'],
  ['lastQuarter', '2025-10-01', '2026-01-01'],
  ['thisYear', '2026-01-01', '2027-01-01'],
] as const)('%s is %s to %s', (name, from, to) => {
  expect(presets[name](today)).toEqual({ from, to });
  expect(presetOf({ from, to }, today)).toBe(name);
});

test('every name means another period', () => {
  expect(new Set(presetNames.map((name) => JSON.stringify(presets[name](today)))).size).toBe(presetNames.length);
});

test('an address keeps what it can mean, and nothing else', () => {
  const search = { from: '2026-03-01', to: '2026-04-01', grain: 'week', by: 'topic', topic: 'support', channel: 'a' };
  expect(readReportSearch({ ...search, extra: 'x' })).toEqual(search);
  expect(readReportSearch({ from: '2026-04-01', to: '2026-03-01', grain: 'hour', by: 'person', topic: 'x' })).toEqual(
    {},
  );
  expect(readReportSearch({ from: '2026-99-01', to: 'x', sentiment: '', policy: '' })).toEqual({});
});

test('parts fit the period', () => {
  const grainOf = (from: string, to: string, grain?: 'day') =>
    questionOf({ from, to, ...(grain && { grain }) }, today).grain;
  expect(grainOf('2026-03-01', '2026-04-01')).toBe('day');
  expect(grainOf('2026-01-01', '2026-04-01')).toBe('week');
  expect(grainOf('2026-01-01', '2026-04-01', 'day')).toBe('day');
  expect(grainOf('2026-01-01', '2027-01-01', 'day')).toBe('month');
  expect(questionOf({}, today)).toEqual({ from: '2026-02-04', to: '2026-03-06', grain: 'day', by: 'none' });
});
