import { expect, test } from 'vitest';
import { remindAt } from './reminder.ts';

const at = (time: string) => new Date(`2026-03-05T${time}:00.000Z`);

test('reminds a quarter of the time before, at most four hours, and never in the past', () => {
  expect(remindAt(at('08:00'), at('12:00'), at('08:00'))).toEqual(at('11:00'));
  expect(remindAt(new Date('2026-03-01T12:00:00.000Z'), at('12:00'), at('07:00'))).toEqual(at('08:00'));
  expect(remindAt(at('08:00'), at('12:00'), at('11:30'))).toEqual(at('11:30'));
});
