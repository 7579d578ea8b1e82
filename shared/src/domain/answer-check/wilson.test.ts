import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

test('agrees with the published values', () => {
  expect(wilson(0, 0)).toBeNull();
  expect(wilson(8, 10)?.from).toBeCloseTo(0.4902, 3);
  expect(wilson(8, 10)?.to).toBeCloseTo(0.9433, 3);
  expect(wilson(0, 20)?.from).toBe(0);
  expect(wilson(0, 20)?.to).toBeCloseTo(0.1611, 3);
  expect(wilson(20, 20)?.to).toBeCloseTo(1, 9);
});
