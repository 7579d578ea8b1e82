import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../contract/sla.ts';
import {
  addBusinessMinutes,
  businessMinutesBetween,
  businessStretches,
  calendarFault,
  specialDaysBetween,
} from './business-hours.ts';
import { doorsOf, SPAN_MINUTES } from './minute-oracle.suite.ts';

type Window = Calendar['week'][number][number];

const MINUTE = 60_000;
const day = (...windows: [number, number][]): Window[] => windows.map(([from, to]) => ({ from, to }));
const nineToFive = day([540, 1020]);
const office = (timeZone = 'Europe/Berlin'): Calendar => ({
  timeZone,
  week: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
});
const always = (timeZone: string): Calendar => ({ timeZone, week: Array.from({ length: 7 }, () => day([0, 1440])) });
const only = (weekday: number, windows: Window[], timeZone = 'Europe/Berlin'): Calendar => ({
  timeZone,
  week: Array.from({ length: 7 }, (_, index) => (index === weekday ? windows : [])),
});
const add = (calendar: Calendar, from: string, minutes: number) =>
  addBusinessMinutes(calendar, new Date(from), minutes).toISOString();
const between = (calendar: Calendar, from: string, to: string) =>
  businessMinutesBetween(calendar, new Date(from), new Date(to));

describe('against a minute-by-minute oracle', () => {
  const zones = ['Europe/Berlin', 'Europe/Zurich', 'Europe/Vienna', 'Australia/Lord_Howe', 'America/St_Johns', 'UTC'];
  const starts = ['2026-03-15', '2026-10-11', '2026-12-11', '2027-03-14', '2027-10-17'].map((at) =>
    Date.parse(`${at}T00:00Z`),
  );

  const anyWindow = fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .map(([from, length]) => ({ from, to: from + length })),
    // Around the hours in which clocks change.
    fc
      .tuple(fc.integer({ min: 60, max: 200 }), fc.integer({ min: 1, max: 90 }))
      .map(([from, length]) => ({ from, to: from + length })),
  );
  const anyWeek = fc
    .array(fc.array(anyWindow, { maxLength: 4 }), { minLength: 7, maxLength: 7 })
    .filter((week) => week.some((windows) => windows.length > 0));
  const sparseWeek = fc.tuple(fc.nat(6), anyWindow).map(([weekday, window]) => only(weekday, [window]).week);
  /** Holidays, half days and days with longer hours, also beside each other and around the nights of a change. */
  const anyDays = (start: number) =>
    fc
      .uniqueArray(
        fc.record({ day: fc.integer({ min: -1, max: 50 }), windows: fc.array(anyWindow, { maxLength: 2 }) }),
        { maxLength: 12, selector: ({ day }) => day },
      )
      .map((days) =>
        days.map(({ day, windows }) => ({
          date: new Date(start + day * 1440 * MINUTE).toISOString().slice(0, 10),
          name: 'Feiertag',
          windows,
        })),
      );
  const anyCase = fc.constantFrom(...starts).chain((start) =>
    fc.record({
      start: fc.constant(start),
      calendar: fc.record({
        timeZone: fc.constantFrom(...zones),
        week: fc.oneof({ weight: 3, arbitrary: anyWeek }, { weight: 1, arbitrary: sparseWeek }),
        days: anyDays(start),
      }),
      fromMinute: fc.integer({ min: 0, max: 20 * 1440 }),
      minutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 30_000 })),
    }),
  );

  test('2,000 random calendars agree', () => {
    let reached = 0;
    fc.assert(
      fc.property(anyCase, ({ start, calendar, fromMinute, minutes }) => {
        const isOpen = doorsOf(calendar, start);
        const from = new Date(start + fromMinute * MINUTE);
        let counted = 0;
        let i = fromMinute;
        while (i < SPAN_MINUTES && counted < minutes) counted += isOpen(i++) ? 1 : 0;
        const end = new Date(start + i * MINUTE);
        expect(businessMinutesBetween(calendar, from, end)).toBe(counted);
        if (counted < minutes) return;
        reached++;
        expect(addBusinessMinutes(calendar, from, minutes)).toEqual(end);
      }),
      { numRuns: 2000 },
    );
    expect(reached).toBeGreaterThan(1000);
  }, 60_000);

  test('stretches are cut where the oracle opens and closes', () => {
    fc.assert(
      fc.property(anyCase, ({ start, calendar, fromMinute }) => {
        const isOpen = doorsOf(calendar, start);
        const stretches = businessStretches(
          calendar,
          new Date(start + fromMinute * MINUTE),
          new Date(start + (fromMinute + 20_000) * MINUTE),
        );
        let minute = fromMinute;
        stretches.forEach((stretch, index) => {
          expect(stretch.open).toBe(index === 0 ? stretch.open : !stretches[index - 1]?.open);
          for (; start + minute * MINUTE < stretch.to.getTime(); minute++) {
            if (isOpen(minute) !== stretch.open) expect.fail(`minute ${minute}`);
          }
        });
        expect(minute).toBe(fromMinute + 20_000);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});

test('seconds count, and adding is the inverse of counting', () => {
  const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 20_000_000 }), (from, ms) => {
      const due = addBusinessMinutes(office(), from, ms / MINUTE);
      expect(Math.round(businessMinutesBetween(office(), from, due) * MINUTE)).toBe(ms);
      expect(businessMinutesBetween(office(), from, new Date(due.getTime() - 1))).toBeLessThan(ms / MINUTE);
    }),
  );
});

describe('office hours', () => {
  test('Friday 16:45 and 30 minutes end on Monday at 09:15', () => {
    expect(add(office(), '2026-03-06T15:45:00.000Z', 30)).toBe('2026-03-09T08:15:00.000Z');
  });
  test('what fits before the doors close is due when they close', () => {
    expect(add(office(), '2026-03-06T15:45:00.000Z', 15)).toBe('2026-03-06T16:00:00.000Z');
  });
  test('over the year end', () => {
    expect(add(office(), '2026-12-31T15:30:00.000Z', 60)).toBe('2027-01-01T08:30:00.000Z');
  });
  test('due in 40 days, over the change to summer time', () => {
    expect(add(office(), '2026-03-05T08:00:00.000Z', 28 * 480 + 60)).toBe('2026-04-14T08:00:00.000Z');
    expect(between(office(), '2026-03-05T08:00:00.000Z', '2026-04-14T08:00:00.000Z')).toBe(28 * 480 + 60);
  });
  test('lunch breaks and overlapping windows', () => {
    const calendar = only(0, day([540, 720], [780, 1020], [600, 660]));
    expect(add(calendar, '2026-03-09T10:30:00.000Z', 60)).toBe('2026-03-09T12:30:00.000Z');
    expect(between(calendar, '2026-03-09T00:00:00.000Z', '2026-03-10T00:00:00.000Z')).toBe(420);
  });
  test('nothing passes backwards or in no time', () => {
    expect(between(office(), '2026-03-06T15:45:00.000Z', '2026-03-06T15:00:00.000Z')).toBe(0);
    expect(add(office(), '2026-03-07T12:00:00.000Z', 0)).toBe('2026-03-07T12:00:00.000Z');
  });
});

describe('when clocks change', () => {
  const night = (zone: string) => only(5, day([1320, 1440 + 360]), zone);
  test.each(['Europe/Berlin', 'Europe/Zurich', 'Europe/Vienna'])(
    'a night over it has its real length in %s',
    (zone) => {
      expect(between(night(zone), '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toBe(420);
      expect(between(night(zone), '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')).toBe(540);
      expect(between(night(zone), '2027-03-27T12:00:00Z', '2027-03-28T12:00:00Z')).toBe(420);
      expect(between(night(zone), '2027-10-30T12:00:00Z', '2027-10-31T12:00:00Z')).toBe(540);
      expect(add(night(zone), '2026-03-28T21:00:00.000Z', 300)).toBe('2026-03-29T02:00:00.000Z');
      expect(add(night(zone), '2027-10-30T20:00:00.000Z', 540)).toBe('2027-10-31T05:00:00.000Z');
    },
  );
  test('round the clock is elapsed time', () => {
    expect(add(always('Europe/Berlin'), '2026-03-28T12:00:00.000Z', 1440)).toBe('2026-03-29T12:00:00.000Z');
    expect(businessStretches(always('Europe/Vienna'), new Date('2026-10-20'), new Date('2026-11-20'))).toHaveLength(1);
  });
  test('a window within the skipped hour does not open that day', () => {
    const skipped = only(6, day([130, 170]));
    expect(add(skipped, '2026-03-28T23:00:00.000Z', 10)).toBe('2026-04-05T00:20:00.000Z');
  });
});

describe('special days', () => {
  const closed = (date: string, name = 'Feiertag') => ({ date, name, windows: [] });
  const half = (date: string) => ({ date, name: 'Heiligabend', windows: day([540, 720]) });
  const christmas: Calendar = {
    ...office(),
    days: [half('2026-12-24'), closed('2026-12-25', '1. Weihnachtstag'), closed('2026-12-26', '2. Weihnachtstag')],
  };

  test('a holiday does not count, and a half day for its hours', () => {
    expect(add(christmas, '2026-12-23T15:30:00.000Z', 60)).toBe('2026-12-24T08:30:00.000Z');
    expect(add(christmas, '2026-12-24T10:30:00.000Z', 60)).toBe('2026-12-28T08:30:00.000Z');
    expect(between(christmas, '2026-12-24T00:00:00Z', '2026-12-29T00:00:00Z')).toBe(180 + 480);
  });
  test('over the year end with New Year closed', () => {
    const calendar = { ...office(), days: [half('2026-12-31'), closed('2027-01-01')] };
    expect(add(calendar, '2026-12-31T10:30:00.000Z', 60)).toBe('2027-01-04T08:30:00.000Z');
  });
  test('what runs over midnight into a holiday still belongs to the day before', () => {
    const nights: Calendar = {
      timeZone: 'Europe/Vienna',
      week: Array.from({ length: 7 }, () => day([1320, 1800])),
      days: [closed('2026-10-26')],
    };
    expect(between(nights, '2026-10-25T12:00:00Z', '2026-10-26T12:00:00Z')).toBe(480);
    expect(between(nights, '2026-10-26T12:00:00Z', '2026-10-27T12:00:00Z')).toBe(0);
    expect(between(nights, '2026-10-27T12:00:00Z', '2026-10-28T12:00:00Z')).toBe(480);
  });
  test('a Sunday that is open by exception, in the night in which clocks change', () => {
    const calendar = { ...office(), days: [{ date: '2027-03-28', name: 'Messe', windows: day([60, 240]) }] };
    expect(between(calendar, '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z')).toBe(120);
  });
  test('are named for the time in which they lie', () => {
    const names = (from: string, to: string) => specialDaysBetween(christmas, new Date(from), new Date(to));
    expect(names('2026-12-24T11:00:00Z', '2026-12-28T08:00:00Z')).toEqual([
      'Heiligabend',
      '1. Weihnachtstag',
      '2. Weihnachtstag',
    ]);
    expect(names('2026-12-26T23:00:00Z', '2026-12-28T08:00:00Z')).toEqual([]);
  });
});

describe('sparse and faulty calendars', () => {
  const mondayHour = only(0, day([540, 600]));
  test('one hour on Mondays', () => {
    expect(add(mondayHour, '2026-03-09T08:30:00.000Z', 90)).toBe('2026-03-16T09:00:00.000Z');
  });
  test('a promise beyond all times ends with the calendar of ISO 8601', () => {
    expect(add(only(0, day([540, 541])), '2026-03-09T08:30:00.000Z', 525_600)).toBe('9999-12-31T23:59:59.999Z');
  });
  test('faults are named', () => {
    expect(calendarFault(office())).toBeNull();
    expect(calendarFault(always('UTC'))).toBeNull();
    expect(calendarFault({ ...office(), timeZone: 'Europe/Sonnenblick' })).toBe('time-zone');
    expect(calendarFault(only(0, day([600, 540])))).toBe('window');
    expect(calendarFault(only(0, []))).toBe('closed');
    expect(() => add(only(0, []), '2026-03-09T08:30:00.000Z', 1)).toThrow('no opening hours');
    expect(() => addBusinessMinutes(office(), new Date('no'), 1)).toThrow(RangeError);
  });
});

test('a typical call takes less than 20 µs, also with the holidays of twelve years', () => {
  const from = Date.parse('2026-03-05T13:00:00Z');
  const run = () => {
    const begin = performance.now();
    for (let i = 0; i < 5000; i++) addBusinessMinutes(calendar, new Date(from + i * 977_000), 1200);
    return ((performance.now() - begin) / 5000) * 1000;
  };
  const days = Array.from({ length: 144 }, (_, i) => ({
    date: new Date(Date.UTC(2025, i, 1 + (i % 28))).toISOString().slice(0, 10),
    name: 'Feiertag',
    windows: [],
  }));
  const calendar = { ...office(), days };
  run();
  // The best of five: the machine may be busy with something else.
  expect(Math.min(run(), run(), run(), run(), run())).toBeLessThan(20);
});
