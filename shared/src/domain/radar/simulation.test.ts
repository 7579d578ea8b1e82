import { expect, test } from 'vitest';
import { HOUR_MS, hourOf } from './hours.ts';
import { replay } from './replay.suite.ts';
import { channelIds, createRandom, fastStorm, usualVoices } from './simulation.suite.ts';

const firstHour = hourOf(Date.UTC(2026, 0, 5));
const LEARNT = 29 * 24;
const OBSERVED = 30 * 24;
const life = { timeZone: 'Europe/Berlin', channelIds, since: (firstHour - 1) * HOUR_MS, from: firstHour + LEARNT };

// B-07. What is promised: hardly an alarm a month that nobody needs, and a storm told while something can still be done.
test.each([
  { perDay: 1, runs: 15 },
  { perDay: 5, runs: 30 },
  { perDay: 20, runs: 30 },
  { perDay: 100, runs: 16 },
])('at $perDay critical comments a day at most one false incident a month', { timeout: 60_000 }, ({ perDay, runs }) => {
  const counts = Array.from({ length: runs }, (_, run) => {
    const voices = usualVoices(createRandom(perDay * 1000 + run), { firstHour, days: 59, perDay });
    return replay({ ...life, voices, to: life.from + OBSERVED }).incidents.length;
  });
  const perMonth = counts.reduce((sum, count) => sum + count, 0) / runs;
  expect(perMonth).toBeLessThanOrEqual(1);
});

test.each([{ perDay: 1 }, { perDay: 5 }, { perDay: 20 }, { perDay: 100 }])(
  'at $perDay a day 95 of 100 fast storms are found within four hours',
  { timeout: 60_000 },
  ({ perDay }) => {
    const runs = 100;
    const found = Array.from({ length: runs }, (_, run) => {
      const random = createRandom(perDay * 7000 + run);
      const start = (life.from + 24 + Math.floor(random() * 24)) * HOUR_MS;
      const usual = usualVoices(random, { firstHour, days: 33, perDay });
      const voices = [...usual, ...fastStorm(random, start, perDay)].sort((a, b) => a.at - b.at);
      const from = hourOf(start) - 12;
      const { incidents } = replay({ ...life, from, voices, to: hourOf(start) + 4 });
      return incidents.some(({ to }) => to === null);
    });
    expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(95);
  },
);
