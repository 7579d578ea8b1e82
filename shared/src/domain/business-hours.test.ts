import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../contract/sla.ts';
import { addBusinessMinutes, businessMinutesBetween, businessStretches, calendarFault } from './business-hours.ts';

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
  const SPAN_DAYS = 60;
  const starts = ['2026-03-15', '2026-10-11', '2026-12-11', '2027-03-14', '2027-10-17'].map((at) =>
    Date.parse(`${at}T00:00Z`),
  );
  const tables = new Map<string, Int16Array>();

  /** For each minute of the span, what the wall clock reads: minutes from Monday 00:00. Knows nothing of offsets. */
  function wallClock(timeZone: string, start: number): Int16Array {
    const key = `${timeZone} ${start}`;
    const known = tables.get(key);
    if (known) return known;
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const table = new Int16Array(SPAN_DAYS * 1440);
    for (let i = 0; i < table.length; i++) {
      const [weekday = '', time = ''] = format.format(start + i * MINUTE).split(/,? /);
      const [hour, minute] = time.split(':').map(Number);
      table[i] =
        ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday) * 1440 + (hour ?? 0) * 60 + (minute ?? 0);
    }
    tables.set(key, table);
    return table;
  }

  function openMinutesOfWeek(calendar: Calendar): Uint8Array {
    const open = new Uint8Array(10_080);
    calendar.week.forEach((windows, index) => {
      for (const window of windows) {
        for (let m = window.from; m < window.to; m++) open[(index * 1440 + m) % 10_080] = 1;
      }
    });
    return open;
  }

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
  const anyCase = fc.record({
    timeZone: fc.constantFrom(...zones),
    start: fc.constantFrom(...starts),
    week: fc.oneof({ weight: 3, arbitrary: anyWeek }, { weight: 1, arbitrary: sparseWeek }),
    fromMinute: fc.integer({ min: 0, max: 20 * 1440 }),
    minutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 30_000 })),
  });

  test('2,000 random calendars agree', () => {
    let reached = 0;
    fc.assert(
      fc.property(anyCase, ({ timeZone, start, week, fromMinute, minutes }) => {
        const calendar = { timeZone, week };
        const table = wallClock(timeZone, start);
        const open = openMinutesOfWeek(calendar);
        const from = new Date(start + fromMinute * MINUTE);
        let counted = 0;
        let i = fromMinute;
        while (i < table.length && counted < minutes) counted += open[table[i++] ?? 0] ?? 0;
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
      fc.property(anyCase, ({ timeZone, start, week, fromMinute }) => {
        const calendar = { timeZone, week };
        const table = wallClock(timeZone, start);
        const open = openMinutesOfWeek(calendar);
        const stretches = businessStretches(
          calendar,
          new Date(start + fromMinute * MINUTE),
          new Date(start + (fromMinute + 20_000) * MINUTE),
        );
        let minute = fromMinute;
        stretches.forEach((stretch, index) => {
          expect(stretch.open).toBe(index === 0 ? stretch.open : !stretches[index - 1]?.open);
          for (; start + minute * MINUTE < stretch.to.getTime(); minute++) {
            if ((open[table[minute] ?? 0] === 1) !== stretch.open) expect.fail(`minute ${minute}`);
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

test('a typical call takes less than 20 µs', () => {
  const from = Date.parse('2026-03-05T13:00:00Z');
  const run = () => {
    const begin = performance.now();
    for (let i = 0; i < 5000; i++) addBusinessMinutes(calendar, new Date(from + i * 977_000), 1200);
    return ((performance.now() - begin) / 5000) * 1000;
  };
  const calendar = office();
  run();
  // The best of five: the machine may be busy with something else.
  expect(Math.min(run(), run(), run(), run(), run())).toBeLessThan(20);
});
