// A made-up house whose criticism varies as that of real ones does, seeded: the same in every run.
import type { HeardVoice } from './assess.ts';
import { HOUR_MS } from './hours.ts';

export type Random = () => number;

export function createRandom(seed: number): Random {
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
export const channelIds = shares.map(([id]) => id);
const channelOf = (random: Random): string => {
  const drawn = random();
  return shares.find(([, upTo]) => drawn < upTo)?.[0] ?? 'forum';
};

export interface Usual {
  readonly firstHour: number;
  readonly days: number;
  readonly perDay: number;
}

/** Days differ (lognormal 0.35), hours have a profile and vary more than by chance (α 0.4). */
export function usualVoices(random: Random, { firstHour, days, perDay }: Usual): HeardVoice[] {
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

/** It comes fast and thins out: within six hours, two thirds of it in the first two. */
export function fastStorm(random: Random, start: number, perDay: number): HeardVoice[] {
  const size = Math.max(20, Math.round(1.5 * perDay));
  return Array.from({ length: size }, (_, index) => {
    const hours = -2 * Math.log(1 - random() * (1 - Math.exp(-3)));
    return criticAt(start + hours * HOUR_MS, random() < 0.6 ? 'facebook' : 'google', -1 - index);
  });
}

export const criticAt = (at: number, channelId: string, number: number): HeardVoice => ({
  at: Math.floor(at),
  channelId,
  author: `${channelId} ${number}`,
  critical: true,
  press: false,
  aroused: false,
});
