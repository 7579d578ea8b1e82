import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { happenedBy, kaplanMeier, quantile, type Wait } from './kaplan-meier.ts';

const waits = (happened: readonly number[], waiting: readonly number[] = []): Wait[] => [
  ...happened.map((time) => ({ time, happened: true })),
  ...waiting.map((time) => ({ time, happened: false })),
];

/** Weeks in remission with 6-mercaptopurine: Freireich et al., Blood 21 (1963); Gehan, Biometrika 52 (1965). */
const treated = waits([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);
const untreated = waits([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]);

describe('the remissions of Freireich and Gehan', () => {
  // Share, standard error and log(−log) limits as in Klein and Moeschberger, Survival Analysis, examples 4.1 and 4.2,
  // and in R's survfit(conf.type = "log-log"), which print three to seven digits; the others from exact fractions.
  test.each([
    [6, 21, 3, 0.8571428571, 0.0763603548, 0.6197179553, 0.9515517476],
    [7, 17, 1, 0.8067226891, 0.0869352852, 0.5631465646, 0.9228090192],
    [10, 15, 1, 0.7529411765, 0.096349653, 0.5031995108, 0.8893618352],
    [13, 12, 1, 0.6901960784, 0.1068147078, 0.4316102225, 0.8490659634],
    [16, 11, 1, 0.6274509804, 0.1140538653, 0.367510856, 0.8049121895],
    [22, 7, 1, 0.537815126, 0.1282337517, 0.2677789368, 0.7467907176],
    [23, 6, 1, 0.4481792717, 0.1345914568, 0.188052006, 0.6801426285],
  ])('after %i weeks', (time, atRisk, events, share, error, from, to) => {
    const step = kaplanMeier(treated).find((each) => each.time === time);
    expect(step).toMatchObject({ atRisk, events });
    expect(step?.waiting).toBeCloseTo(share, 9);
    expect(Math.sqrt(step?.variance ?? Number.NaN)).toBeCloseTo(error, 9);
    expect(step?.band?.from).toBeCloseTo(from, 9);
    expect(step?.band?.to).toBeCloseTo(to, 9);
  });

  test('medians are 23 and 8 weeks; the upper limit of the first was never seen', () => {
    expect(quantile(kaplanMeier(treated), 0.5)).toEqual({ time: 23, from: 13, to: null });
    expect(quantile(kaplanMeier(untreated), 0.5)).toEqual({ time: 8, from: 4, to: 11 });
    expect(quantile(kaplanMeier(treated), 0.9)).toMatchObject({ time: null, to: null });
  });

  test('nothing is said about the last one', () => {
    expect(kaplanMeier(untreated).at(-1)).toMatchObject({ waiting: 0, variance: null, band: null });
  });
});

test('of nobody there is no curve', () => {
  expect(kaplanMeier([])).toEqual([]);
  expect(quantile([], 0.5)).toEqual({ time: null, from: null, to: null });
  expect(happenedBy([], 5)).toBe(0);
});

const anyWaits = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 40 }), happened: fc.boolean(), count: fc.integer({ min: 1, max: 4 }) }),
  { maxLength: 60 },
);

test('without open ones it is the plain share, whatever is counted together', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 80 }), (times) => {
      for (const { time, waiting } of kaplanMeier(waits(times))) {
        expect(waiting).toBeCloseTo(times.filter((each) => each > time).length / times.length, 12);
      }
    }),
  );
});

test('only falls, lies within its band, and order and grouping do not matter', () => {
  fc.assert(
    fc.property(anyWaits, (list) => {
      const steps = kaplanMeier(list);
      let before = 1;
      for (const { waiting, band, variance } of steps) {
        expect(waiting).toBeLessThan(before);
        if (band) expect(0 <= band.from && band.from <= waiting && waiting <= band.to && band.to <= 1).toBe(true);
        expect(variance ?? 0).toBeGreaterThanOrEqual(0);
        before = waiting;
      }
      const oneByOne = list.flatMap(({ count, ...wait }) => Array.from({ length: count }, () => wait));
      expect(kaplanMeier(oneByOne.toReversed())).toEqual(steps);
    }),
  );
});

test('those still waiting can only make it look slower, never quicker', () => {
  fc.assert(
    fc.property(anyWaits, fc.integer({ min: 41, max: 60 }), (list, time) => {
      const without = quantile(kaplanMeier(list), 0.5).time ?? Number.POSITIVE_INFINITY;
      const withOne = quantile(kaplanMeier([...list, { time, happened: false }]), 0.5).time;
      expect(withOne ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(without);
    }),
  );
});
