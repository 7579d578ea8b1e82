import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DigestState, digestsDue } from './digest-time.ts';

const zone = 'Europe/Berlin';
const never: DigestState = { day: null, week: null };
const at = (text: string) => new Date(text);

test('in the morning at half past eight, by the clock of the house', () => {
  const before = digestsDue(at('2026-03-05T07:29:59Z'), zone, never);
  expect(before).toMatchObject({ daily: false, weekly: false, next: at('2026-03-05T07:30:00Z') });
  const due = digestsDue(at('2026-03-05T07:30:00Z'), zone, never);
  expect(due).toMatchObject({ daily: true, weekly: true, next: at('2026-03-06T07:30:00Z') });
  expect(digestsDue(at('2026-03-05T09:00:00Z'), zone, due.state)).toMatchObject({ daily: false, weekly: false });
});

test('on the day of the change to summer time it is half past eight all the same', () => {
  const { next } = digestsDue(at('2026-03-28T12:00:00Z'), zone, never);
  expect(next).toEqual(at('2026-03-29T06:30:00Z'));
});

test('who sleeps in the morning is told at noon, and not in the evening', () => {
  const wednesday = digestsDue(at('2026-03-04T08:00:00Z'), zone, never).state;
  expect(digestsDue(at('2026-03-05T12:00:00Z'), zone, wednesday)).toMatchObject({ daily: true, weekly: false });
  expect(digestsDue(at('2026-03-05T19:30:00Z'), zone, wednesday)).toMatchObject({ daily: false });
});

test('a week that nobody was awake on Monday is written about on Tuesday', () => {
  const friday = digestsDue(at('2026-03-06T08:00:00Z'), zone, never).state;
  expect(digestsDue(at('2026-03-10T08:00:00Z'), zone, friday)).toMatchObject({ daily: true, weekly: true });
});

test('whenever one looks, each day and each week comes once at most', () => {
  const looks = fc.array(fc.integer({ min: 1, max: 40 * 3_600_000 }), { maxLength: 200 });
  fc.assert(
    fc.property(fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'), looks, (timeZone, pauses) => {
      let state = never;
      let now = at('2026-03-01T00:00:00Z').getTime();
      const days: number[] = [];
      let weeks = 0;
      for (const pause of pauses) {
        now += pause;
        const due = digestsDue(new Date(now), timeZone, state);
        if (due.daily) days.push(due.day);
        if (due.weekly) weeks += 1;
        expect(due.next.getTime()).toBeGreaterThan(now);
        state = due.state;
      }
      expect(new Set(days).size).toBe(days.length);
      expect(weeks).toBeLessThanOrEqual(new Set(days.map((day) => Math.floor((day + 3) / 7))).size);
    }),
  );
});
