import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../contract/sla.ts';
import { businessMinutesBetween } from './business-hours.ts';
import { live, type Turn } from './minute-oracle.suite.ts';
import {
  type ClockInterval,
  clockLog,
  clockState,
  dueAt,
  type EndedClock,
  elapsedMinutes,
  pause,
  promiseAnew,
  remainingMinutes,
  resume,
  soonAt,
  soonMinutes,
  startInterval,
} from './sla-clock.ts';

const nineToSix = [{ from: 540, to: 1080 }];
const calendar: Calendar = {
  timeZone: 'Europe/Berlin',
  week: [nineToSix, nineToSix, nineToSix, nineToSix, nineToSix, [], []],
};
/** Berlin time on Thursday 5 or Friday 6 March 2026. */
const thursday = (time: string) => new Date(`2026-03-05T${time}:00+01:00`);
const friday = (time: string) => new Date(`2026-03-06T${time}:00+01:00`);
const clock = (
  intervals: readonly ClockInterval[],
  targetMinutes = 120,
  ended: Partial<EndedClock> = {},
): EndedClock => ({
  targetMinutes,
  calendar,
  intervals,
  metAt: null,
  stoppedAt: null,
  ...ended,
});
const started = startInterval(thursday('09:00'), 'comment');

describe('a clock without pauses', () => {
  test('is due after its target, and soon a quarter or half an hour before', () => {
    expect(dueAt(clock(started), thursday('09:00'))).toEqual(thursday('11:00'));
    expect(soonAt(clock(started), thursday('09:00'))).toEqual(thursday('10:30'));
    expect(soonAt(clock(started, 20), thursday('09:00'))).toEqual(thursday('09:15'));
    expect(soonAt(clock(started, 480), thursday('09:00'))).toEqual(thursday('16:30'));
    expect([20, 120, 1200].map(soonMinutes)).toEqual([5, 30, 30]);
  });
  test.each([
    ['10:29', 'ok', 31],
    ['10:30', 'soon', 30],
    ['10:59', 'soon', 1],
    ['11:00', 'over', 0],
    ['12:00', 'over', -60],
  ])('stands at %s as %s', (time, state, left) => {
    expect(clockState(clock(started), thursday(time))).toBe(state);
    expect(remainingMinutes(clock(started), thursday(time))).toBe(left);
  });
  test('stops counting when it has ended', () => {
    const met = clock(started, 120, { metAt: thursday('09:40') });
    expect(clockState(met, friday('12:00'))).toBe('met');
    expect(elapsedMinutes(met, friday('12:00'))).toBe(40);
    expect(clockState(clock(started, 120, { stoppedAt: thursday('09:40') }), friday('12:00'))).toBe('stopped');
  });
});

describe('pausing', () => {
  const paused = pause(started, thursday('10:12'), 'waits-for-critic', 'anna');
  const resumed = resume(paused, friday('10:00'), 'comment', null);

  test('keeps what is left', () => {
    expect(clockState(clock(paused), friday('09:00'))).toBe('paused');
    expect(remainingMinutes(clock(paused), friday('09:00'))).toBe(48);
    expect(dueAt(clock(paused), friday('09:00'))).toEqual(friday('09:48'));
    expect(dueAt(clock(resumed), friday('10:00'))).toEqual(friday('10:48'));
    expect(soonAt(clock(resumed), friday('10:00'))).toEqual(friday('10:18'));
  });
  test('does not help once the promise was broken', () => {
    const late = clock(pause(started, thursday('11:30'), 'waits-for-critic', 'anna'));
    expect(clockState(late, friday('09:00'))).toBe('over');
    expect(dueAt(late, friday('09:00'))).toEqual(thursday('11:00'));
  });
  test('twice is once, and a turn never lies before the one it follows', () => {
    expect(pause(paused, friday('09:00'), 'snooze', 'ben')).toBe(paused);
    expect(resume(started, friday('09:00'), 'comment', null)).toBe(started);
    expect(resume(paused, thursday('10:00'), 'comment', null).at(-1)?.from).toBe(thursday('10:12').getTime());
  });
});

describe('the log', () => {
  const lines = (each: EndedClock, now: Date) =>
    clockLog(each, now).map((line) => [
      line.state,
      line.from.toISOString().slice(8, 16),
      line.to?.toISOString().slice(8, 16) ?? null,
      line.reason,
      line.actorId,
    ]);

  test('tells what ran, paused and lay outside hours, and by whom', () => {
    const paused = pause(startInterval(thursday('17:00'), 'comment'), friday('10:12'), 'waits-for-critic', 'anna');
    expect(lines(clock(paused), friday('12:00'))).toEqual([
      ['running', '05T16:00', '05T17:00', 'comment', null],
      ['outside', '05T17:00', '06T08:00', 'closed', null],
      ['running', '06T08:00', '06T09:12', 'comment', null],
      ['paused', '06T09:12', null, 'waits-for-critic', 'anna'],
    ]);
  });
  test('is closed when the clock has ended', () => {
    expect(lines(clock(started, 120, { metAt: thursday('09:40') }), friday('12:00'))).toEqual([
      ['running', '05T08:00', '05T08:40', 'comment', null],
    ]);
  });
  test('has a line from the first moment on', () => {
    expect(lines(clock(started), thursday('09:00'))).toEqual([['running', '05T08:00', null, 'comment', null]]);
  });
  test('of a year is bounded', () => {
    const log = clockLog(clock(started), new Date('2027-03-05T12:00:00Z'));
    expect(log.length).toBeLessThan(70);
    expect(log[0]?.from).toEqual(thursday('09:00'));
    log.slice(1).forEach((line, index) => {
      expect(line.from).toEqual(log[index]?.to);
    });
  });
});

describe('a new promise', () => {
  const sunday: Calendar = { ...calendar, days: [{ date: '2026-03-05', name: 'Betriebsausflug', windows: [] }] };
  const before = { policyName: 'Kritik', policyVersion: 1 };
  const anew = (intervals: readonly ClockInterval[], at: Date) =>
    promiseAnew({ ...before, targetMinutes: 120, calendar, calendarId: 'old', intervals }, at, 'clara');
  const newClock = (intervals: readonly ClockInterval[], targetMinutes: number): EndedClock => ({
    ...clock(intervals, targetMinutes),
    calendar: sunday,
    former: new Map([['old', calendar]]),
  });

  test('keeps what has run, though the new calendar was closed then', () => {
    const longer = newClock(anew(started, thursday('10:00')), 180);
    expect(elapsedMinutes(longer, friday('08:00'))).toBe(60);
    expect(dueAt(longer, thursday('10:00'))).toEqual(friday('11:00'));
  });
  test('that was used up when it was made is due at that moment, also in a pause', () => {
    expect(dueAt(newClock(anew(started, thursday('10:00')), 30), thursday('10:00'))).toEqual(thursday('10:00'));
    const paused = anew(pause(started, thursday('10:00'), 'waits-for-critic', null), thursday('10:30'));
    expect(dueAt(newClock(paused, 30), friday('10:00'))).toEqual(thursday('10:30'));
    const resumed = resume(paused, friday('09:00'), 'comment', null);
    expect(dueAt(newClock(resumed, 30), friday('10:00'))).toEqual(thursday('10:30'));
  });
  test('keeps a pause', () => {
    const paused = anew(pause(started, thursday('10:00'), 'waits-for-critic', 'anna'), thursday('10:30'));
    expect(clockState(newClock(paused, 90), friday('10:00'))).toBe('paused');
    expect(remainingMinutes(newClock(resume(paused, friday('10:00'), 'comment', null), 90), friday('10:10'))).toBe(20);
  });
  test('is told in the log, with the hours as they were counted and the days that are closed now', () => {
    const log = clockLog(newClock(anew(started, thursday('10:00')), 180), friday('09:30'));
    expect(log.map(({ state, reason, actorId, days }) => [state, reason, actorId, days])).toEqual([
      ['running', 'comment', null, []],
      ['outside', 'promised-anew', 'clara', ['Betriebsausflug']],
      ['running', 'promised-anew', 'clara', []],
    ]);
    expect(log[1]?.before).toEqual({ ...before, targetMinutes: 120 });
  });
});

describe('against the oracle', () => {
  const MINUTE = 60_000;
  const starts = ['2026-03-18', '2026-10-14', '2026-12-14', '2027-03-17', '2027-10-20'].map((at) =>
    Date.parse(`${at}T00:00Z`),
  );
  const lunch = [
    { from: 540, to: 720 },
    { from: 780, to: 1020 },
  ];
  const night = [{ from: 1320, to: 1800 }];
  const weeks = [
    Array.from({ length: 7 }, (_, day) => (day < 5 ? lunch : [])),
    Array.from({ length: 7 }, (_, day) => (day > 3 ? night : [])),
    Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
    Array.from({ length: 7 }, (_, day) => (day === 1 ? [{ from: 600, to: 660 }] : [])),
  ];
  const anyCalendar = (start: number): fc.Arbitrary<Calendar> =>
    fc.record({
      timeZone: fc.constantFrom<string>('Europe/Berlin', 'Europe/Zurich', 'Europe/Vienna'),
      week: fc.constantFrom(...weeks),
      days: fc
        .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.boolean()), {
          maxLength: 8,
          selector: ([day]) => day,
        })
        .map((days) =>
          days.map(([day, half]) => ({
            date: new Date(start + day * 1440 * MINUTE).toISOString().slice(0, 10),
            name: 'Feiertag',
            windows: half ? [{ from: 480, to: 720 }] : [],
          })),
        ),
    });
  const anyTurn = fc.record({
    after: fc.integer({ min: 1, max: 2000 }),
    anew: fc.boolean(),
    other: fc.boolean(),
    target: fc.integer({ min: 1, max: 2000 }),
  });
  const anyLife = fc.constantFrom(...starts).chain((start) =>
    fc.record({
      start: fc.constant(start),
      calendars: fc.tuple(anyCalendar(start), anyCalendar(start)),
      from: fc.integer({ min: 0, max: 14 * 1440 }),
      target: fc.integer({ min: 1, max: 2000 }),
      turns: fc.array(anyTurn, { maxLength: 5 }),
      later: fc.integer({ min: 0, max: 4 * 1440 }),
    }),
  );

  test('2,000 random lives with holidays, half days, pauses and new promises agree', () => {
    let reached = 0;
    fc.assert(
      fc.property(anyLife, ({ start, calendars, from, target, turns, later }) => {
        const at = (minute: number) => new Date(start + minute * MINUTE);
        const former = new Map(calendars.map((each, index) => [String(index), each]));
        const told: [Turn, ...Turn[]] = [{ at: from, state: 'running', calendar: calendars[0], target, anew: false }];
        let intervals: readonly ClockInterval[] = startInterval(at(from), 'comment');
        for (const turn of turns) {
          const last = told.at(-1) as Turn;
          const minute = last.at + turn.after;
          if (turn.anew) {
            const calendarId = String(calendars.indexOf(last.calendar));
            const was = { policyName: 'Kritik', policyVersion: 1, targetMinutes: last.target, calendarId };
            intervals = promiseAnew({ ...was, calendar: last.calendar, intervals }, at(minute), null);
            const next = calendars[turn.other ? 1 : 0];
            told.push({ at: minute, state: last.state, calendar: next, target: turn.target, anew: true });
          } else {
            const change = last.state === 'running' ? pause : resume;
            intervals = change(intervals, at(minute), 'turn', null);
            told.push({ ...last, at: minute, state: last.state === 'running' ? 'paused' : 'running', anew: false });
          }
        }
        const last = told.at(-1) as Turn;
        const now = last.at + later;
        const any: EndedClock = {
          intervals,
          former,
          calendar: last.calendar,
          targetMinutes: last.target,
          metAt: null,
          stoppedAt: null,
        };
        const { states, due } = live(told, start, now);
        expect(elapsedMinutes(any, at(now))).toBe(states.filter((state) => state === 'running').length);
        for (const line of clockLog(any, at(now))) {
          const begin = (line.from.getTime() - at(from).getTime()) / MINUTE;
          const end = ((line.to ?? at(now)).getTime() - at(from).getTime()) / MINUTE;
          expect(states.slice(begin, end).find((state) => state !== line.state)).toBeUndefined();
        }
        if (due === null) return;
        reached++;
        expect(dueAt(any, at(now))).toEqual(at(due));
      }),
      { numRuns: 2000 },
    );
    expect(reached).toBeGreaterThan(1000);
  }, 120_000);
});

test('for any pauses: due when nothing is left, and elapsed is the sum of the running lines', () => {
  const anyTurns = fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 8 });
  fc.assert(
    fc.property(
      anyTurns,
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 0, max: 20_000 }),
      (turns, target, later) => {
        let at = thursday('09:00');
        let intervals: readonly ClockInterval[] = startInterval(at, 'comment');
        for (const minutes of turns) {
          at = new Date(at.getTime() + minutes * 60_000);
          const change = intervals.at(-1)?.state === 'running' ? pause : resume;
          intervals = change(intervals, at, 'turn', null);
        }
        const now = new Date(at.getTime() + later * 60_000);
        const any = clock(intervals, target);
        const ran = clockLog(any, now)
          .filter((line) => line.state === 'running')
          .reduce((sum, line) => sum + businessMinutesBetween(calendar, line.from, line.to ?? now), 0);
        expect(elapsedMinutes(any, now)).toBe(ran);
        const due = dueAt(any, now);
        expect(remainingMinutes(any, now) <= 0).toBe(now >= due);
        expect(soonAt(any, now) <= due).toBe(true);
        if (now < due && intervals.at(-1)?.state === 'running') expect(elapsedMinutes(any, due)).toBe(target);
      },
    ),
    { numRuns: 500 },
  );
});
