import { expect, test } from 'vitest';
import { claimOf, claimOfTimes, measureChange, measureShare } from './measures.ts';

test('fewer than ten cases are counted, but give no percentage', () => {
  expect(measureShare({ part: 4, whole: 9 })).toEqual({ part: 4, whole: 9, share: null, from: null, to: null });
  expect(measureShare({ part: 0, whole: 0 })).toMatchObject({ whole: 0, share: null });
  expect(measureShare({ part: 81, whole: 263 })).toMatchObject({ share: 81 / 263 });
  expect(measureShare({ part: 81, whole: 263 }).from).toBeCloseTo(0.2552885199, 9);
});

test('a change is claimed only when its interval leaves 0 out', () => {
  expect(measureChange({ part: 56, whole: 70 }, { part: 48, whole: 80 })).toMatchObject({ claim: 'up' });
  expect(measureChange({ part: 48, whole: 80 }, { part: 56, whole: 70 })).toMatchObject({ claim: 'down' });
  expect(measureChange({ part: 5, whole: 56 }, { part: 1, whole: 29 })).toMatchObject({ claim: 'none' });
  expect(measureChange({ part: 9, whole: 9 }, { part: 0, whole: 80 })).toBeNull();
  expect([claimOf({ from: 0, to: 1 }), claimOf({ from: -1, to: 0 })]).toEqual(['none', 'none']);
});

test('times are called longer or shorter only when their intervals are apart', () => {
  const time = (from: number, to: number | null) => ({ from, to });
  expect(claimOfTimes(time(50, 60), time(20, 49))).toBe('up');
  expect(claimOfTimes(time(20, 49), time(50, null))).toBe('down');
  expect(claimOfTimes(time(20, 51), time(50, 60))).toBe('none');
  expect(claimOfTimes(time(20, null), time(50, null))).toBe('none');
  expect(claimOfTimes(null, time(50, 60))).toBeNull();
});
