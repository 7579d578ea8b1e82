import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isQuiet, listOfEvent, notifyEvents, wants } from './events.ts';

const berlin = (from: number, to: number) => ({ from, to, timeZone: 'Europe/Berlin' });
const at = (time: string) => new Date(`2026-03-05T${time}:00+01:00`);

test('quiet hours are read in the zone of the person, also over midnight', () => {
  const night = berlin(22 * 60, 7 * 60);
  expect([at('21:59'), at('22:00'), at('00:00'), at('06:59'), at('07:00')].map((one) => isQuiet(night, one))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(isQuiet({ ...night, timeZone: 'America/New_York' }, at('12:00'))).toBe(true);
  expect(isQuiet(berlin(12 * 60, 13 * 60), at('12:30'))).toBe(true);
  expect(isQuiet(undefined, at('12:30'))).toBe(false);
});

test('the night of the change to summer time is quiet to its end', () => {
  const night = berlin(22 * 60, 7 * 60);
  expect(isQuiet(night, new Date('2026-03-29T04:59:00Z'))).toBe(true);
  expect(isQuiet(night, new Date('2026-03-29T05:00:00Z'))).toBe(false);
});

test('of any two times that are turned round exactly one is quiet', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(minute, minute, fc.date({ min: at('00:00'), noInvalidDate: true }), (from, to, when) => {
      fc.pre(from !== to && when.getTime() < Date.UTC(2090, 0, 1));
      expect(isQuiet(berlin(from, to), when)).toBe(!isQuiet(berlin(to, from), when));
    }),
  );
});

test('everything is told unless it was switched off; a digest holds what has a list', () => {
  for (const event of notifyEvents) {
    expect(wants({}, event, 'bell')).toBe(true);
    expect(wants({ ways: { [event]: { bell: false } } }, event, 'bell')).toBe(false);
    expect(wants({ ways: { [event]: { digest: true } } }, event, 'digest')).toBe(event in listOfEvent);
  }
});
