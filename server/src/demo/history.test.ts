import { describe, expect, test } from 'vitest';
import { HISTORY_DAYS, historyStories } from './history.ts';
import { storm } from './storm.ts';
import { answeredStories } from './today-answered.ts';
import { openStories } from './today-open.ts';
import { urgentStories } from './today-urgent.ts';

const now = new Date('2026-03-05T13:00:00Z');
const ages = (at: Date) => historyStories(7, at).map(({ when }) => ('ago' in when ? when.ago : 0));

describe('the history of the demo', () => {
  test('is the same at every run, and other with another seed', () => {
    expect(historyStories(7, now)).toEqual(historyStories(7, now));
    expect(historyStories(8, now)).not.toEqual(historyStories(7, now));
  });

  test('tells the same stories whenever the demo starts; only their times move', () => {
    const texts = (at: string) =>
      historyStories(7, new Date(at)).map(({ guest, text, deeds }) => ({ guest, text, deeds }));
    expect(texts('2026-10-25T01:30:00Z')).toEqual(texts('2026-03-05T13:00:00Z'));
  });

  test.each(['2026-03-05T13:00:00Z', '2026-03-29T01:30:00Z', '2026-10-25T23:59:00Z', '2026-01-01T00:00:00Z'])(
    'fills ninety days before %s, and all of it is over before today',
    (at) => {
      const all = ages(new Date(at));
      expect(Math.max(...all)).toBeLessThanOrEqual(HISTORY_DAYS * 1440);
      expect(Math.max(...all)).toBeGreaterThan((HISTORY_DAYS - 4) * 1440);
      for (const { when, deeds } of historyStories(7, new Date(at))) {
        const last = Math.max(0, ...(deeds ?? []).map((deed) => deed.after));
        expect('ago' in when && when.ago - last).toBeGreaterThan(0);
      }
      const week = (n: number) => all.filter((ago) => Math.floor(ago / 10_080) === n).length;
      for (let n = 1; n < 12; n++) expect(week(n)).toBeGreaterThan(8);
    },
  );

  test('leaves no gap in a text unfilled', () => {
    for (const { text, deeds } of historyStories(7, now)) expect(JSON.stringify([text, deeds])).not.toMatch(/\{\w+\}/);
  });
});

test('sixty stories play today on at least six channels, in three languages of the house', () => {
  const today = [...urgentStories, ...openStories, ...answeredStories];
  expect(today).toHaveLength(60);
  expect(new Set(today.map((story) => story.channel)).size).toBeGreaterThanOrEqual(6);
});

test('the storm rises: fourteen comments in about three minutes, faster and faster', () => {
  expect(storm).toHaveLength(14);
  const waits = storm.slice(1).map((gust) => gust.wait);
  expect(waits).toEqual(waits.toSorted((a, b) => b - a));
  const seconds = storm.reduce((sum, gust) => sum + gust.wait, 0);
  expect(seconds).toBeGreaterThan(150);
  expect(seconds).toBeLessThan(210);
});
