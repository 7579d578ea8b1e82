import { Calendar } from '@stammgast/shared/contract/sla';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsNextDay, toWeek, toWeekInput, withWindow } from './week.ts';

interface Hours {
  from: string;
  to: string;
}
const week = (...days: Hours[][]) =>
  Array.from({ length: 7 }, (_, day) => (days[day] ?? []).map((hours, id) => ({ id, ...hours })));

test('a week survives the form and fits the contract', () => {
  const windows = fc
    .uniqueArray(fc.integer({ min: 0, max: 1439 }), { maxLength: 8 })
    .map((cuts) => cuts.sort((a, b) => a - b))
    .map((cuts) => cuts.flatMap((from, at) => (at % 2 === 0 && cuts[at + 1] ? [{ from, to: cuts[at + 1] ?? 0 }] : [])));
  fc.assert(
    fc.property(fc.array(windows, { minLength: 7, maxLength: 7 }), (given) => {
      const read = toWeek(toWeekInput(given));
      expect(read).toEqual({ week: given, errors: {} });
      expect(Calendar.safeParse({ timeZone: 'Europe/Berlin', week: read.week }).success).toBe(true);
    }),
  );
});

test('an end before the start is on the next day; midnight and the whole day are understood', () => {
  expect(toWeek(week([{ from: '22:00', to: '02:00' }])).week[0]).toEqual([{ from: 1320, to: 1560 }]);
  expect(toWeek(week([{ from: '18:00', to: '00:00' }])).week[0]).toEqual([{ from: 1080, to: 1440 }]);
  expect(toWeek(week([{ from: '00:00', to: '00:00' }])).week[0]).toEqual([{ from: 0, to: 1440 }]);
  expect(endsNextDay({ from: '22:00', to: '02:00' })).toBe(true);
  expect(endsNextDay({ from: '18:00', to: '00:00' })).toBe(false);
  expect(endsNextDay({ from: '09:00', to: '17:00' })).toBe(false);
});

test('names windows that overlap, also over midnight and from Sunday to Monday', () => {
  const overlap = { from: '08:00', to: '12:00' };
  expect(toWeek(week([overlap, { from: '11:00', to: '15:00' }])).errors).toEqual({ '0.1': 'overlap' });
  expect(toWeek(week([overlap, { from: '12:00', to: '15:00' }])).errors).toEqual({});
  expect(toWeek(week([{ from: '22:00', to: '09:00' }], [overlap])).errors).toEqual({ '1.0': 'overlap' });
  const sunday = week([overlap], [], [], [], [], [], [{ from: '22:00', to: '09:00' }]);
  expect(toWeek(sunday).errors).toEqual({ '0.0': 'overlap' });
});

test('names what is no time', () => {
  const errors = toWeek(week([{ from: '', to: '12:00' }], [{ from: '08:00', to: '08:00' }])).errors;
  expect(errors).toEqual({ '0.0': 'wrong', '1.0': 'same' });
});

test('a new window gets an id of its own and fits a closed day', () => {
  const one = withWindow([]);
  expect(one).toEqual([{ id: 0, from: '09:00', to: '17:00' }]);
  const [, second] = withWindow([{ id: 3, from: '08:00', to: '12:00' }]);
  expect(second).toEqual({ id: 4, from: '', to: '' });
});

test('understands times as people type them, and shows the end of the day as 24:00', () => {
  const typed = week([{ from: '9', to: '12.30' }], [{ from: '0800', to: '24:00' }], [{ from: '24:00', to: '25:00' }]);
  const read = toWeek(typed);
  expect(read.week.slice(0, 2)).toEqual([[{ from: 540, to: 750 }], [{ from: 480, to: 1440 }]]);
  expect(read.errors).toEqual({ '2.0': 'wrong' });
  expect(toWeekInput([[{ from: 0, to: 1440 }]])).toEqual([[{ id: 0, from: '00:00', to: '24:00' }]]);
});
