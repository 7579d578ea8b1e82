import { bucketsOf } from '@stammgast/shared/domain/reports/period';
import { expect, test } from 'vitest';
import { coverageOf, gapsOf } from './coverage.ts';
import { type CoveredChannel, outagesOf } from './outages.ts';

const at = (day: string, time = '12:00') => new Date(`2026-03-${day}T${time}:00Z`);
const week = bucketsOf({ from: '2026-03-02', to: '2026-03-09' }, 'day', 'Europe/Berlin');
const channel = (more: Partial<CoveredChannel> = {}): CoveredChannel => ({
  ...{ id: 'blog', name: 'Hausblog', platform: 'wordpress', state: 'ok', createdAt: at('01'), removedAt: null },
  ...{ lastSuccessAt: at('09'), firstAt: null, team: null, missed: new Set() },
  ...more,
});

test.each<[string, Partial<CoveredChannel>, object[]]>([
  ['connected all the time', {}, []],
  [
    'connected on the 4th',
    { createdAt: at('04') },
    [{ from: '2026-03-02', to: '2026-03-04', reason: 'not-connected' }],
  ],
  [
    'connected on the 6th, with what was there from the 3rd on',
    { createdAt: at('06'), firstAt: at('03') },
    [{ from: '2026-03-02', to: '2026-03-03', reason: 'not-connected' }],
  ],
  [
    'silent since the 5th, because it cannot be reached',
    { state: 'failing', lastSuccessAt: at('05') },
    [{ from: '2026-03-06', to: '2026-03-09', reason: 'down' }],
  ],
  [
    'paused on the 7th',
    { state: 'paused', lastSuccessAt: at('07') },
    [{ from: '2026-03-08', to: '2026-03-09', reason: 'down' }],
  ],
  [
    'never reached',
    { state: 'failing', lastSuccessAt: null },
    [{ from: '2026-03-02', to: '2026-03-09', reason: 'not-connected' }],
  ],
  [
    'out of reach from the 4th to the 5th, and well since',
    { missed: new Set(['2026-03-04', '2026-03-05']) },
    [{ from: '2026-03-04', to: '2026-03-06', reason: 'down' }],
  ],
  ['disconnected on the 4th', { removedAt: at('04') }, [{ from: '2026-03-05', to: '2026-03-09', reason: 'removed' }]],
])('%s', (_, more, gaps) => {
  expect(gapsOf(channel(more), week)).toEqual(gaps);
});

test('outages go from the first bad state to the first good one; what has not ended is none yet', () => {
  const change = (day: string, before: string | null, after: string | null) => ({
    at: at(day),
    before: before === null ? { lastErrorCode: 'channel.unreachable' } : { state: before },
    after: after === null ? { lastErrorCode: 'channel.refused' } : { state: after },
  });
  const changes = [
    change('03', 'failing', 'ok'),
    change('04', 'ok', 'failing'),
    change('05', null, null),
    change('06', 'failing', 'paused'),
    change('07', 'paused', 'ok'),
    change('08', 'ok', 'failing'),
  ];
  expect(outagesOf(changes, at('02'))).toEqual([
    { from: at('02'), to: at('03') },
    { from: at('04'), to: at('07') },
  ]);
  expect(outagesOf([], at('02'))).toEqual([]);
});

test('coverage is the share of days and channels', () => {
  const late = channel({ createdAt: at('05', '00:00') });
  expect(coverageOf([channel()], week, { from: '2026-03-02', to: '2026-03-09' })).toBe(1);
  expect(coverageOf([channel(), late], week, { from: '2026-03-02', to: '2026-03-06' })).toBe(5 / 8);
  expect(coverageOf([late], week, { from: '2026-03-02', to: '2026-03-04' })).toBe(0);
  expect(coverageOf([], week, { from: '2026-03-02', to: '2026-03-09' })).toBe(0);
});
