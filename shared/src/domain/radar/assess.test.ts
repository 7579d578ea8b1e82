import { describe, expect, test } from 'vitest';
import { assess, type HeardVoice, learn } from './assess.ts';
import { HOUR_MS, hourOf, placeInWeek } from './hours.ts';
import { replay } from './replay.suite.ts';
import { criticAt } from './simulation.suite.ts';
import { TREND_DAYS, TREND_USUAL_DAYS, trendOf } from './trend.ts';

const ZONE = 'Europe/Berlin';
const DAYS = 40;

/** As many critics in each hour as its place in the week says, evenly spread. */
function steady(firstHour: number, days: number, perHour: (hour: number) => number): HeardVoice[] {
  return Array.from({ length: days * 24 }, (_, index) => {
    const count = perHour(firstHour + index);
    return Array.from({ length: count }, (_, n) =>
      criticAt((firstHour + index + (n + 0.5) / count) * HOUR_MS, 'facebook', index * 100 + n),
    );
  }).flat();
}
const life = (firstHour: number, voices: readonly HeardVoice[]) => ({
  timeZone: ZONE,
  channelIds: ['facebook'],
  since: (firstHour - 1) * HOUR_MS,
  voices: voices.toSorted((a, b) => a.at - b.at),
  from: firstHour + 29 * 24,
  to: firstHour + DAYS * 24,
});

// B-08
describe('no alarm is raised', () => {
  test.each([
    ['29 March', Date.UTC(2026, 2, 29) - 34 * 24 * HOUR_MS],
    ['25 October', Date.UTC(2026, 9, 25) - 34 * 24 * HOUR_MS],
  ])('by the night of %s, in which the clocks change', (_, start) => {
    const firstHour = hourOf(start);
    // Quiet nights and busy mornings, all by the clock on the wall: an hour's slip would look like a wave.
    const voices = steady(firstHour, DAYS, (hour) => (placeInWeek(hour, ZONE) % 24 >= 7 ? 8 : 0));
    expect(replay(life(firstHour, voices)).incidents).toEqual([]);
  });

  test('by one person, however often', () => {
    const firstHour = hourOf(Date.UTC(2026, 0, 5));
    const usual = steady(firstHour, DAYS, (hour) => (hour % 12 === 0 ? 1 : 0));
    const loud = Array.from({ length: 30 }, (_, n) => ({
      ...criticAt((firstHour + 35 * 24) * HOUR_MS + n * 60_000, 'facebook', 0),
      author: 'Hartmut Lenz',
    }));
    expect(replay(life(firstHour, [...usual, ...loud])).incidents).toEqual([]);
  });

  test('by five hundred who are happy', () => {
    const firstHour = hourOf(Date.UTC(2026, 0, 5));
    const usual = steady(firstHour, DAYS, (hour) => (hour % 12 === 0 ? 1 : 0));
    const happy = Array.from({ length: 500 }, (_, n) => ({
      ...criticAt((firstHour + 35 * 24) * HOUR_MS + n * 30_000, 'facebook', -n - 1),
      critical: false,
    }));
    expect(replay(life(firstHour, [...usual, ...happy])).incidents).toEqual([]);
  });
});

test('a storm is one incident, also when it lasts for a day, and is over when half a day was calm', () => {
  const firstHour = hourOf(Date.UTC(2026, 0, 5));
  const start = firstHour + 32 * 24 + 9;
  const usual = steady(firstHour, DAYS, (hour) => (hour % 12 === 0 ? 1 : 0));
  const storm = Array.from({ length: 48 }, (_, n) => criticAt((start + n / 2) * HOUR_MS, 'facebook', -n - 1));
  const { incidents } = replay(life(firstHour, [...usual, ...storm]));
  expect(incidents).toHaveLength(1);
  const hours = (at: number | null | undefined) => ((at ?? 0) - start * HOUR_MS) / HOUR_MS;
  expect(hours(incidents[0]?.from)).toBeLessThan(4);
  expect(hours(incidents[0]?.to)).toBeGreaterThanOrEqual(24 + 10);
  expect(hours(incidents[0]?.to)).toBeLessThanOrEqual(24 + 13);
});

test('a channel that is new raises nothing in a house that does not know it yet', () => {
  const firstHour = hourOf(Date.UTC(2026, 0, 5));
  const now = (firstHour + 35 * 24) * HOUR_MS;
  const situation = {
    timeZone: ZONE,
    now,
    channels: [
      {
        id: 'facebook',
        since: firstHour * HOUR_MS,
        hours: new Map([[firstHour + 30 * 24, 1]]),
        posts: new Map(),
        topics: new Map(),
      },
      {
        id: 'forum',
        since: now - 24 * HOUR_MS,
        hours: new Map([[firstHour + 35 * 24 - 1, 6]]),
        posts: new Map(),
        topics: new Map(),
      },
    ],
    voices: [],
    incidents: [],
    strongSince: null,
  };
  expect([...learn(situation).channels.keys()]).toEqual(['facebook']);
});

describe('an alarm comes from', () => {
  const places = ['facebook', 'forum', 'blog', 'feed', 'x'];
  const firstHour = hourOf(Date.UTC(2026, 0, 5));
  const now = (firstHour + 35 * 24) * HOUR_MS;
  /** One critic a day everywhere, and within the last hour so many, each somebody else. */
  const affected = (...last: readonly number[]) => {
    const days = new Map(Array.from({ length: 34 }, (_, day) => [firstHour + day * 24 + 9, 1]));
    const channels = places.map((id) => ({
      id,
      since: (firstHour - 1) * HOUR_MS,
      hours: days,
      posts: new Map(),
      topics: new Map(),
    }));
    const voices = last.flatMap((count, place) =>
      Array.from({ length: count }, (_, n) =>
        criticAt(now - (50 - place - n) * 60_000, places[place] ?? '', place * 10 + n),
      ),
    );
    const situation = { timeZone: ZONE, now, channels, voices, incidents: [], strongSince: null };
    return assess(situation, learn(situation)).affected;
  };
  test('the channel that brought most of it', () => {
    expect(affected(7, 1, 0, 1, 0)).toEqual(['facebook']);
  });
  test('all that brought something, where each brought a little', () => {
    expect(affected(2, 1, 1, 1, 1)).toEqual(places);
  });
  test('nowhere while there is none', () => {
    expect(affected(1, 1, 0, 0, 0)).toEqual([]);
  });
});

describe('many critics of one thing', () => {
  const firstHour = hourOf(Date.UTC(2026, 0, 5));
  const now = (firstHour + 35 * 24) * HOUR_MS;
  /** Three an hour, each of which is about something else; then so many more within six hours, about these. */
  const alarmOf = (more: number, topics: readonly string[]) => {
    const hoursOf = (every: number) =>
      new Map(Array.from({ length: 34 * 24 }, (_, hour) => [firstHour + hour, every] as const));
    const kinds = ['product', 'satisfaction', 'support'];
    // What is new is heard in these hours for the first time.
    const heardNow = topics.filter((topic) => !kinds.includes(topic));
    const nowOnly = new Map([[hourOf(now) - 1, more]]);
    const channel = {
      ...{ id: 'facebook', since: (firstHour - 1) * HOUR_MS, hours: hoursOf(3), posts: new Map() },
      topics: new Map([
        ...kinds.map((topic) => [topic, hoursOf(1)] as const),
        ...heardNow.map((topic) => [topic, nowOnly] as const),
      ]),
    };
    const usual = Array.from({ length: 18 }, (_, n) => ({
      ...criticAt(now - (18 - n) * 20 * 60_000 + 1, 'facebook', n),
      topics: [kinds[n % 3] ?? ''],
    }));
    const extra = Array.from({ length: more }, (_, n) => ({
      ...criticAt(now - (more - n) * 15 * 60_000, 'facebook', -n - 1),
      topics,
    }));
    const voices = [...usual, ...extra].toSorted((a, b) => a.at - b.at);
    const situation = { timeZone: ZONE, now, channels: [channel], voices, incidents: [], strongSince: null };
    return assess(situation, learn(situation));
  };
  test('are a storm where as many of many things are none', () => {
    const { house, affected } = alarmOf(20, ['support']);
    expect(house).toMatchObject({ level: 5, alarm: { window: 6, count: 26 } });
    expect(affected).toEqual(['facebook']);
    expect(alarmOf(20, []).house.alarm).toBeNull();
  });
  test('about which nothing was known before are a matter of their channel', () => {
    expect(alarmOf(20, ['cocreation']).house.alarm).toBeNull();
  });
});

describe('a trend', () => {
  const usual = Array.from({ length: TREND_USUAL_DAYS }, (_, day) => 9 + (day % 3));
  const after = (...days: number[]) => trendOf([...usual, ...days]);
  test('is told when many days lie a little above, and only then', () => {
    expect(after(10, 9, 11, 10, 9, 11, 10)).toBeNull();
    expect(after(10, 10, 16, 17, 18, 17, 18)).toEqual({ days: 5, perDay: 17.2, usualPerDay: 10 });
    expect(after(10, 10, 10, 10, 10, 10, 14)).toBeNull();
  });
  test('is not known before five weeks', () => {
    expect(trendOf(usual.slice(0, TREND_USUAL_DAYS + TREND_DAYS - 1))).toBeNull();
  });
});
