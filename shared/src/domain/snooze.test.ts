import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { snoozeTimeIn, snoozeTimes } from './snooze.ts';

const timeZone = 'Europe/Zurich';
const local = (at: Date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
const presets = (now: string) =>
  Object.fromEntries(snoozeTimes({ now: new Date(now), timeZone }).map(({ preset, at }) => [preset, local(at)]));

describe('the usual times', () => {
  it('are what a team means by them', () => {
    // Thursday, 14:00 in Zurich.
    expect(presets('2026-03-05T13:00:00.000Z')).toEqual({
      hour: '2026-03-05 15:00',
      today: '2026-03-05 16:00',
      tomorrow: '2026-03-06 09:00',
      monday: '2026-03-09 09:00',
    });
  });

  it('leave out an afternoon that is over, and a Monday that is tomorrow', () => {
    // Sunday, 17:30.
    expect(presets('2026-03-08T16:30:00.000Z')).toEqual({ hour: '2026-03-08 18:30', tomorrow: '2026-03-09 09:00' });
  });

  it('mean the clock on the wall on the days when it is changed', () => {
    // Saturday noon before summer time begins, and before it ends.
    expect(presets('2026-03-28T11:00:00.000Z')).toMatchObject({
      tomorrow: '2026-03-29 09:00',
      monday: '2026-03-30 09:00',
    });
    expect(presets('2026-10-24T10:00:00.000Z')).toMatchObject({
      tomorrow: '2026-10-25 09:00',
      monday: '2026-10-26 09:00',
    });
  });

  it('always lie ahead, in their order or not at all', () => {
    const from = Date.UTC(2026, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: from, max: from + 400 * 86_400_000 }), (ms) => {
        const now = new Date(ms);
        const times = snoozeTimes({ now, timeZone });
        for (const { at } of times) expect(at > now).toBe(true);
        expect(new Set(times.map(({ preset }) => preset)).has('tomorrow')).toBe(true);
      }),
    );
  });
});

describe('times in words', () => {
  // Thursday, 14:00 in Zurich.
  const reading = { now: new Date('2026-03-05T13:00:00.000Z'), timeZone };
  test.each([
    ['nächster Freitag 10 Uhr', '2026-03-06 10:00'],
    ['in 3 Tagen', '2026-03-08 14:00'],
    ['Montag', '2026-03-09 09:00'],
    ['übermorgen', '2026-03-07 09:00'],
    ['15.3. um 8:30', '2026-03-15 08:30'],
    ['tomorrow 9am', '2026-03-06 09:00'],
    ['next Friday 10 am', '2026-03-06 10:00'],
    ['in two hours', '2026-03-05 16:00'],
    ['30. März', '2026-03-30 09:00'],
  ])('%s', (words, at) => expect(local(snoozeTimeIn(words, reading) ?? new Date(0))).toBe(at));

  test.each(['', 'irgendwann', '31. Juni', 'gestern'])('“%s” is none', (words) =>
    expect(snoozeTimeIn(words, reading)).toBeNull(),
  );
});
