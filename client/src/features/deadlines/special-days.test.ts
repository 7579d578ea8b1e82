import { expect, test } from 'vitest';
import { listDays, withDay } from './special-days.ts';

const calendar = { name: 'Haus', timeZone: 'Europe/Berlin', week: [], region: null, channelIds: [] };
const holidays = [
  { rule: '01-01', date: '2026-01-01', name: 'Neujahr' },
  { rule: '12-25', date: '2026-12-25', name: '1. Weihnachtstag' },
  { rule: '01-01', date: '2027-01-01', name: 'Neujahr' },
  { rule: '12-25', date: '2027-12-25', name: '1. Weihnachtstag' },
];
const half = { date: '2025-12-24', name: 'Heiligabend', windows: [{ from: 540, to: 720 }], yearly: true };

test('the coming twelve months, the own days among the holidays', () => {
  const list = listDays({ ...calendar, worked: ['01-01'], own: [half] }, holidays, '2026-11-30');
  expect(list.map(({ date, name, worked }) => [date, name, worked])).toEqual([
    ['2026-12-24', 'Heiligabend', false],
    ['2026-12-25', '1. Weihnachtstag', false],
    ['2027-01-01', 'Neujahr', true],
  ]);
});

test('an own day stands for the holiday of its date, and a yearly one comes round', () => {
  const fair = { date: '2026-12-25', name: 'Messe', windows: [], yearly: false };
  const list = listDays({ ...calendar, worked: [], own: [half, fair] }, holidays, '2026-12-25');
  expect(list.map(({ date, name }) => `${date} ${name}`)).toEqual([
    '2026-12-25 Messe',
    '2027-01-01 Neujahr',
    '2027-12-24 Heiligabend',
  ]);
});

test('a date has one own day', () => {
  expect(withDay([half], { ...half, name: 'Betriebsferien' })).toEqual([{ ...half, name: 'Betriebsferien' }]);
});
