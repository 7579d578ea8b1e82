// A made-up house whose criticism varies as that of real ones does, seeded: the same in every run.
import { type Topic, topics } from '../assessment.ts';
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

interface Post {
  readonly id: string;
  readonly channelId: string;
  readonly at: number;
  readonly draw: number;
}
/** So many a day; reviews stand under none. */
const postsPerDay = { facebook: 2, google: 0, forum: 3 };
/** Some draw many times as many as others (lognormal), and each fewer every day. */
const POST_SIGMA = 1;
const POST_AGE_MS = 24 * HOUR_MS;
/** Who writes reads what was written: half of all go where the one before them went. */
const FOLLOWING = 0.5;

function postsOf(random: Random, { firstHour, days }: Usual): Post[] {
  const posts: Post[] = [];
  for (let day = -5; day < days; day++)
    for (const [channelId, perDay] of Object.entries(postsPerDay))
      for (let i = 0; i < perDay; i++) {
        const at = (firstHour + day * 24 + 7 + random() * 14) * HOUR_MS;
        posts.push({ id: `${channelId} ${posts.length}`, channelId, at, draw: Math.exp(POST_SIGMA * normal(random)) });
      }
  return posts;
}

/** The post that somebody criticises under then. */
function postAt(random: Random, posts: readonly Post[], channelId: string, at: number): string | null {
  const open = posts.filter((post) => post.channelId === channelId && post.at <= at && at - post.at < 7 * POST_AGE_MS);
  const draws = open.map((post) => post.draw * Math.exp(-(at - post.at) / POST_AGE_MS));
  let left = random() * draws.reduce((sum, draw) => sum + draw, 0);
  for (const [index, { id }] of open.entries()) {
    left -= draws[index] ?? 0;
    if (left <= 0) return id;
  }
  return null;
}

function underPosts(random: Random, posts: readonly Post[], voices: readonly HeardVoice[]): HeardVoice[] {
  const last = new Map<string, string | null>();
  return voices.map((voice) => {
    const before = random() < FOLLOWING ? last.get(voice.channelId) : undefined;
    const post = before ?? postAt(random, posts, voice.channelId, voice.at);
    last.set(voice.channelId, post);
    return { ...voice, post, topics: aboutUsual(random) };
  });
}

/** How much of the criticism each topic usually holds; several may apply. */
const topicRates: Readonly<Record<Topic, number>> = {
  product: 0.35,
  satisfaction: 0.35,
  support: 0.3,
  cocreation: 0.05,
};
/** What a storm is about is found in so many of its comments, and the other topics in half as many as usual. */
const TOPIC_FOUND = 0.8;

const aboutUsual = (random: Random): Topic[] => topics.filter((topic) => random() < topicRates[topic]);
const aboutSupport = (random: Random): Topic[] =>
  topics.filter((topic) => random() < (topic === 'support' ? TOPIC_FOUND : topicRates[topic] / 2));

/** How a storm comes over its six hours. As a wave: fast, two thirds of it in the first two hours, then thinning out. */
const arrivals = {
  wave: (random: Random): number => -2 * Math.log(1 - random() * (1 - Math.exp(-3))),
  even: (random: Random): number => 6 * random(),
};
export type Arrival = keyof typeof arrivals;

/** Where a storm comes: on two channels, about anything or about one topic, or under one or two posts of one channel. */
export type Ground = 'channels' | 'topic' | 'post' | 'posts';
interface Storm {
  readonly start: number;
  readonly perDay: number;
  readonly arrival: Arrival;
  readonly ground: Ground;
}

/** Twenty critics, or one and a half usual days, within six hours. */
function fastStorm(
  random: Random,
  words: Random,
  { start, perDay, arrival, ground }: Storm,
  [first = null, second = null]: readonly (string | null)[],
): HeardVoice[] {
  const size = Math.max(20, Math.round(1.5 * perDay));
  return Array.from({ length: size }, (_, index) => {
    const at = start + arrivals[arrival](random) * HOUR_MS;
    const [more, channelId] = [random() < 0.6, 'facebook'];
    const about = ground === 'topic' ? aboutSupport(words) : aboutUsual(words);
    const alone = ground === 'channels' || ground === 'topic';
    const post = alone ? null : ground === 'post' || more ? first : second;
    return { ...criticAt(at, alone && !more ? 'google' : channelId, -1 - index), post, topics: about };
  });
}

const firstHour = hourOf(Date.UTC(2026, 0, 5));
const LEARNT = 29 * 24;
const OBSERVED = 30 * 24;
const life = { timeZone: 'Europe/Berlin', channelIds, since: (firstHour - 1) * HOUR_MS, from: firstHour + LEARNT };

/** Without a look at posts and topics nothing is known of them. */
const heard = (voices: readonly HeardVoice[], closely: boolean) =>
  closely ? voices : voices.map((voice) => ({ ...voice, post: null, topics: [] }));

/** Incidents that nobody needs, in so many usual months. */
export function falseIncidents(perDay: number, months: number, closely = true): number {
  const counts = Array.from({ length: months }, (_, run) => {
    const usual = { firstHour, days: 59, perDay };
    const random = createRandom(perDay * 3000 + run);
    const voices = underPosts(random, postsOf(random, usual), usualVoices(createRandom(perDay * 1000 + run), usual));
    return replay({ ...life, voices: heard(voices, closely), to: life.from + OBSERVED }).incidents.length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** After how many hours each of so many storms is told, shortest first; those not told within six hours are left out. */
export function stormDelays(storm: Omit<Storm, 'start'>, storms: number, closely = true): number[] {
  const { perDay } = storm;
  const delays = Array.from({ length: storms }, (_, run) => {
    const random = createRandom(perDay * 7000 + run);
    const start = (life.from + 24 + Math.floor(random() * 24)) * HOUR_MS;
    const usual = { firstHour, days: 33, perDay };
    const ground = createRandom(perDay * 9000 + run);
    const posts = postsOf(ground, usual);
    const before = underPosts(ground, posts, usualVoices(random, usual));
    const under = [0, 1].map(() => postAt(ground, posts, 'facebook', start));
    const voices = [...before, ...fastStorm(random, ground, { ...storm, start }, under)].sort((a, b) => a.at - b.at);
    const seen = { ...life, voices: heard(voices, closely), from: hourOf(start) - 12, to: hourOf(start) + 6 };
    // One that chance began shortly before counts as told at once.
    const told = replay(seen).incidents.find(({ to }) => to === null || to > start);
    return told ? [Math.max(0, told.from - start) / HOUR_MS] : [];
  });
  return delays.flat().sort((a, b) => a - b);
}

export const criticAt = (at: number, channelId: string, number: number): HeardVoice => ({
  at: Math.floor(at),
  channelId,
  post: null,
  topics: [],
  author: `${channelId} ${number}`,
  critical: true,
  press: false,
  aroused: false,
});
