import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../contract/sla.ts';
import { businessMinutesBetween } from './business-hours.ts';
import {
  type ClockInterval,
  clockLog,
  clockState,
  dueAt,
  type EndedClock,
  elapsedMinutes,
  pause,
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
