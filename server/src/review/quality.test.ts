import { expect, test } from 'vitest';
import { agreementOf, qualityOf } from './quality.ts';

const scored = (points: readonly number[], people: number) =>
  points.map((one, i) => ({ points: one, authorId: `person-${i % people}` }));
const twelve = [30, 27, 24, 21, 18, 15, 30, 27, 24, 21, 18, 15];

test('the mean of 0 to 100 with its interval', () => {
  const quality = qualityOf(scored(twelve, 5));
  // Mean 75, standard deviation 17.8377, t(11) = 2.200985.
  expect(quality).toMatchObject({ n: 12, withheld: null });
  expect(quality.mean).toBeCloseTo(75, 10);
  expect(quality.from).toBeCloseTo(63.666, 2);
  expect(quality.to).toBeCloseTo(86.334, 2);
});

test('fewer than ten answers, or answers of fewer than five people, have no mean', () => {
  expect(qualityOf(scored(twelve.slice(0, 9), 5))).toMatchObject({ n: 9, mean: null, withheld: 'few' });
  expect(qualityOf(scored(twelve, 4))).toMatchObject({ n: 12, mean: null, from: null, withheld: 'group' });
  expect(qualityOf(scored(twelve, 1), 1).mean).toBeCloseTo(75, 10);
  expect(qualityOf([])).toEqual({ n: 0, mean: null, from: null, to: null, withheld: 'few' });
});

test('an interval never leaves the scale', () => {
  const quality = qualityOf(scored([...Array<number>(11).fill(30), 0], 6));
  expect(quality.to).toBe(100);
});

const both = (n: number, differ: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => {
    const scores = [i % 4, (i + 1) % 4, (i + 2) % 4, (i + 3) % 4, i % 4];
    const other = scores.map((score) => (score + differ(i)) % 4);
    return [
      { sampleId: `s${i}`, scores },
      { sampleId: `s${i}`, scores: other },
    ];
  }).flat();

test('agreement is told from ten threads on, and asks for a calibration below 0.5', () => {
  expect(agreementOf(both(9, () => 0))).toEqual({ n: 9, kappa: null, from: null, to: null, calibrate: false });
  expect(agreementOf(both(10, () => 0))).toMatchObject({ n: 10, kappa: 1, calibrate: false });
  expect(agreementOf(both(20, (i) => i % 4))).toMatchObject({ n: 20, calibrate: true });
  // Who is the only one to have scored a thread agrees with nobody.
  expect(agreementOf([{ sampleId: 'a', scores: [1, 1, 1, 1, 1] }]).n).toBe(0);
});
