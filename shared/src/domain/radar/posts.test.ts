import { describe, expect, test } from 'vitest';
import { HOUR_MS } from './hours.ts';
import { learnPosts, postAlarmOf } from './posts.ts';

const ZONE = 'UTC';
const DAY = 24;
/** Monday, 5 January 2026. */
const first = Date.UTC(2026, 0, 5) / HOUR_MS;
const end = first + 28 * DAY;
const never = () => false;

/** A post a day, under which so many criticise in each of its first six hours. */
const posts = (perHour: number, days = 28) =>
  new Map(
    Array.from({ length: days }, (_, day) => {
      const hours = Array.from({ length: 6 }, (_, hour) => [end - (day + 1) * DAY + 9 + hour, perHour] as const);
      return [`post ${day}`, new Map(hours)];
    }),
  );
const now = (end + DAY + 15) * HOUR_MS;
const under = (post: string | null, count: number, { people = count, hours = 6 } = {}) =>
  Array.from({ length: count }, (_, n) => ({
    at: now - (n * hours * HOUR_MS) / count,
    author: `${post} ${n % people}`,
    post,
  }));
const learn = (perHour: number, isLeftOut: (hour: number) => boolean = never) => {
  const past = learnPosts(posts(perHour), { first, end }, ZONE, isLeftOut);
  if (!past) throw new Error('nothing was learnt');
  return past;
};

describe('many critics under one post', () => {
  test('are more than chance brings, where they would be nothing strange for the channel', () => {
    expect(postAlarmOf(learn(1), under('new', 22), now, 0)).toMatchObject({ window: 6, count: 22, authors: 22 });
    expect(postAlarmOf(learn(3), under('new', 22), now, 0)).toBeNull();
  });

  test('are counted by post: what stands under several, or under none, is a matter of the channel', () => {
    const spread = Array.from({ length: 6 }, (_, n) => under(`post ${n}`, 4)).flat();
    expect(postAlarmOf(learn(1), spread, now, 0)).toBeNull();
    expect(postAlarmOf(learn(1), under(null, 30), now, 0)).toBeNull();
  });

  test('have to be several people, and not told already', () => {
    expect(postAlarmOf(learn(1), under('new', 30, { people: 3 }), now, 0)).toBeNull();
    expect(postAlarmOf(learn(1), under('new', 22), now, now - HOUR_MS)).toBeNull();
  });

  test('who are many within the hour are told within it', () => {
    expect(postAlarmOf(learn(1), under('new', 14, { hours: 1 }), now, 0)).toMatchObject({ window: 1 });
  });
});

describe('what the busiest post usually has', () => {
  test('is the most under one, not the sum of all', () => {
    const twice = new Map([...posts(2), ...[...posts(2)].map(([id, hours]) => [`${id} too`, hours] as const)]);
    expect(learnPosts(twice, { first, end }, ZONE, never)).toEqual(learn(2));
  });

  test('knows nothing of the hours of an incident', () => {
    const storm = (hour: number) => hour >= first + 10 * DAY + 9 && hour < first + 10 * DAY + 15;
    const stormy = posts(1);
    const [, hours] = [...stormy].find(([, own]) => [...own.keys()].some(storm)) ?? [];
    for (const hour of hours?.keys() ?? []) hours?.set(hour, 50);
    const left = learnPosts(stormy, { first, end }, ZONE, storm);
    expect(left?.[6].rates).toEqual(learn(1, storm)[6].rates);
  });

  test('is not known before criticism has stood under posts for two weeks', () => {
    expect(learnPosts(new Map(), { first, end }, ZONE, never)).toBeNull();
    expect(learnPosts(posts(1, 12), { first, end }, ZONE, never)).toBeNull();
    expect(learnPosts(posts(1, 14), { first, end }, ZONE, never)).not.toBeNull();
  });
});
