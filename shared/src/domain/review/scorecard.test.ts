import { expect, test } from 'vitest';
import { criteria, isExemplary, MOST_POINTS, pointsOf, weights } from './scorecard.ts';

test('weighs the criteria 3, 2, 3, 1, 1; a critical error leaves nothing', () => {
  expect(criteria.map((criterion) => weights[criterion])).toEqual([3, 2, 3, 1, 1]);
  expect(pointsOf([3, 3, 3, 3, 3], [])).toBe(MOST_POINTS);
  expect(pointsOf([3, 2, 2, 0, 1], [])).toBe(20);
  expect(pointsOf([0, 0, 0, 0, 0], [])).toBe(0);
  expect(pointsOf([3, 3, 3, 3, 3], ['insult'])).toBe(0);
});

test('only what nothing is missing from is an example', () => {
  expect(isExemplary([3, 3, 3, 3, 3], [])).toBe(true);
  expect(isExemplary([3, 3, 2, 3, 3], [])).toBe(false);
  expect(isExemplary([3, 3, 3, 3, 3], ['untrue-promise'])).toBe(false);
  expect(isExemplary(null, [])).toBe(false);
});
