import { expect, test } from 'vitest';
import { falseIncidents, stormDelays } from './simulation.suite.ts';

const STORMS = 100;
const withinFourHours = (delays: readonly number[]) => delays.filter((hours) => hours <= 4).length;

// B-07. What is promised: hardly an alarm a month that nobody needs, and a storm told while something can still be done.
test.each([
  { perDay: 1, months: 8 },
  { perDay: 5, months: 12 },
  { perDay: 20, months: 24 },
  { perDay: 100, months: 14 },
])('at $perDay critical comments a day at most one false incident a month', { timeout: 180_000 }, (usual) => {
  expect(falseIncidents(usual.perDay, usual.months) / usual.months).toBeLessThanOrEqual(1);
});

test.each([{ perDay: 1 }, { perDay: 5 }, { perDay: 20 }, { perDay: 100 }])(
  'at $perDay a day 95 of 100 storms that come as a wave are found within four hours',
  { timeout: 180_000 },
  ({ perDay }) => {
    expect(
      withinFourHours(stormDelays({ perDay, arrival: 'wave', ground: 'channels' }, STORMS)),
    ).toBeGreaterThanOrEqual(95);
  },
);

// Below what is promised from twenty a day on: what is reached, so that it becomes no worse unnoticed.
test.each([
  { perDay: 1, reached: 95 },
  { perDay: 5, reached: 95 },
  { perDay: 20, reached: 80 },
  { perDay: 100, reached: 80 },
])(
  'at $perDay a day $reached of 100 that come evenly over six hours, and 95 by their end',
  { timeout: 180_000 },
  ({ perDay, reached }) => {
    const delays = stormDelays({ perDay, arrival: 'even', ground: 'channels' }, STORMS);
    expect(withinFourHours(delays)).toBeGreaterThanOrEqual(reached);
    expect(delays.length).toBeGreaterThanOrEqual(95);
  },
);

// What such a storm has in common gives it away where its number alone does not.
test.each([{ perDay: 20 }, { perDay: 100 }])(
  'at $perDay a day 95 of 100 that come evenly and are about one topic are found within four hours',
  { timeout: 180_000 },
  ({ perDay }) => {
    const delays = stormDelays({ perDay, arrival: 'even', ground: 'topic' }, 40);
    expect(withinFourHours(delays)).toBeGreaterThanOrEqual(38);
  },
);

test('at 100 a day those that come evenly under one post are found within four hours, and sooner for a look at it', {
  timeout: 180_000,
}, () => {
  const [without = [], withIt = []] = [false, true].map((closely) =>
    stormDelays({ perDay: 100, arrival: 'even', ground: 'post' }, 20, closely),
  );
  expect(withinFourHours(withIt)).toBeGreaterThanOrEqual(19);
  const middle = (delays: readonly number[]) => delays[10] ?? Number.POSITIVE_INFINITY;
  expect(middle(withIt)).toBeLessThan(middle(without));
});
