import { type Region, regions } from '@stammgast/shared/domain/regions';
import { expect, test } from 'vitest';
import { holidaysOf } from './holidays.ts';

test.each(regions)('%s has public holidays, each date once and in order', async (region) => {
  const days = (await holidaysOf(region, [2027, 2028], 'de')).map(({ date }) => date);
  expect(days).toContain('2027-01-01');
  expect(days).toContain('2028-01-01');
  expect(days).toEqual([...new Set(days)].sort());
});

test.each<[Region, string, boolean]>([
  // Corpus Christi, Reformation Day, Repentance Day, Women's Day
  ['DE-BY', '2027-05-27', true],
  ['DE-BE', '2027-05-27', false],
  ['DE-SN', '2027-10-31', true],
  ['DE-BY', '2027-10-31', false],
  ['DE-SN', '2027-11-17', true],
  ['DE-BE', '2027-03-08', true],
  // National Day
  ['AT-9', '2027-10-26', true],
  ['AT-3', '2027-12-08', true],
  // Saint Joseph, Berchtold's Day, National Day
  ['CH-TI', '2027-03-19', true],
  ['CH-ZH', '2027-03-19', false],
  ['CH-ZH', '2027-08-01', true],
  ['DE-BY', '2027-08-01', false],
])('%s on %s: %s', async (region, date, isHoliday) => {
  expect((await holidaysOf(region, [2027], 'de')).some((day) => day.date === date)).toBe(isHoliday);
});

test('is named in the language of the house', async () => {
  const names = async (locale: 'de' | 'en') =>
    (await holidaysOf('DE-BY', [2027], locale)).find(({ date }) => date === '2027-01-01')?.name;
  expect([await names('de'), await names('en')]).toEqual(['Neujahr', "New Year's Day"]);
});
