// A made-up house whose criticism varies as that of real ones does, seeded: the same in every run.
import type { HeardVoice } from './assess.ts';
import { HOUR_MS, hourOf } from './hours.ts';
import { replay } from './replay.suite.ts';

type Random = () => number;

function createRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** After Marsaglia and Tsang. */
function gamma(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = 1 - random(); product > limit; product *= 1 - random()) count += 1;
  return count;
}

const DAY_SIGMA = 0.35;
const HOUR_ALPHA = 0.4;
const profile = [1, 1, 1, 1, 1, 2, 3, 5, 6, 7, 7, 7, 8, 7, 6, 6, 7, 8, 9, 10, 10, 8, 5, 3];
const total = profile.reduce((sum, weight) => sum + weight);
/** Three channels of very different size. */
const shares = [
  ['facebook', 0.6],
  ['google', 0.9],
  ['forum', 1],
] as const;
const channelIds = shares.map(([id]) => id);
const channelOf = (random: Random): string => {
  const drawn = random();
  return shares.find(([, upTo]) => drawn < upTo)?.[0] ?? 'forum';
};

interface Usual {
  readonly firstHour: number;
  readonly days: number;
  readonly perDay: number;
}

/** Days differ (lognormal 0.35), hours have a profile and vary more than by chance (α 0.4). */
function usualVoices(random: Random, { firstHour, days, perDay }: Usual): HeardVoice[] {
  const voices: HeardVoice[] = [];
  for (let day = 0; day < days; day++) {
    const mood = Math.exp(DAY_SIGMA * normal(random) - DAY_SIGMA ** 2 / 2);
    for (const [hour, weight] of profile.entries()) {
      const mean = (perDay * mood * weight) / total;
      const count = poisson(random, mean * HOUR_ALPHA * gamma(random, 1 / HOUR_ALPHA));
      for (let i = 0; i < count; i++)
        voices.push(criticAt((firstHour + day * 24 + hour + random()) * HOUR_MS, channelOf(random), voices.length));
    }
  }
  return voices.sort((a, b) => a.at - b.at);
}

/** How a storm comes over its six hours. As a wave: fast, two thirds of it in the first two hours, then thinning out. */
const arrivals = {
  wave: (random: Random): number => -2 * Math.log(1 - random() * (1 - Math.exp(-3))),
  even: (random: Random): number => 6 * random(),
};
export type Arrival = keyof typeof arrivals;

/** Twenty critics, or one and a half usual days, within six hours. */
function fastStorm(random: Random, start: number, perDay: number, arrival: Arrival): HeardVoice[] {
  const size = Math.max(20, Math.round(1.5 * perDay));
  return Array.from({ length: size }, (_, index) => {
    const hours = arrivals[arrival](random);
    return criticAt(start + hours * HOUR_MS, random() < 0.6 ? 'facebook' : 'google', -1 - index);
  });
}

const firstHour = hourOf(Date.UTC(2026, 0, 5));
const LEARNT = 29 * 24;
const OBSERVED = 30 * 24;
const life = { timeZone: 'Europe/Berlin', channelIds, since: (firstHour - 1) * HOUR_MS, from: firstHour + LEARNT };

/** Incidents that nobody needs, in so many usual months. */
export function falseIncidents(perDay: number, months: number): number {
  const counts = Array.from({ length: months }, (_, run) => {
    const voices = usualVoices(createRandom(perDay * 1000 + run), { firstHour, days: 59, perDay });
    return replay({ ...life, voices, to: life.from + OBSERVED }).incidents.length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** After how many hours each of so many storms is told, shortest first; those not told within six hours are left out. */
export function stormDelays(perDay: number, arrival: Arrival, storms: number): number[] {
  const delays = Array.from({ length: storms }, (_, run) => {
    const random = createRandom(perDay * 7000 + run);
    const start = (life.from + 24 + Math.floor(random() * 24)) * HOUR_MS;
    const usual = usualVoices(random, { firstHour, days: 33, perDay });
    const voices = [...usual, ...fastStorm(random, start, perDay, arrival)].sort((a, b) => a.at - b.at);
    const { incidents } = replay({ ...life, from: hourOf(start) - 12, voices, to: hourOf(start) + 6 });
    // One that chance began shortly before counts as told at once.
    const told = incidents.find(({ to }) => to === null || to > start);
    return told ? [Math.max(0, told.from - start) / HOUR_MS] : [];
  });
  return delays.flat().sort((a, b) => a - b);
}

export const criticAt = (at: number, channelId: string, number: number): HeardVoice => ({
  at: Math.floor(at),
  channelId,
  author: `${channelId} ${number}`,
  critical: true,
  press: false,
  aroused: false,
});
