import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../storage/database.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { type About, calendarFor, choosePolicy, ensureDefaults, loadPromises, targetOf } from './promises.ts';
import { createTestIds, office, promise } from './sla.suite.ts';

const about = (more: Partial<About>): About => ({
  channelId: 'blog',
  sentiment: 'negative',
  urgency: 0,
  language: 'de',
  author: 'new',
  tags: [],
  ...more,
});

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

test('nothing is promised before the house was set up', async () => {
  const promises = await loadPromises(database.reader);
  expect(calendarFor(promises, 'blog')).toBeNull();
  expect(choosePolicy(promises, about({}))).toBeNull();
});

test('the first policy that matches wins, and the default is last wherever it stands', async () => {
  await database.transaction((tx) =>
    promise(tx, office, [
      { name: 'Standard', isDefault: true },
      { name: 'Blog negativ', channelId: 'blog', sentiment: 'negative' },
      { name: 'Negativ', sentiment: 'negative', isDefault: false },
    ]),
  );
  const promises = await loadPromises(database.reader);
  const chosen = (channelId: string, sentiment: 'negative' | 'unsure') =>
    choosePolicy(promises, about({ channelId, sentiment }))?.name;
  expect(chosen('blog', 'negative')).toBe('Blog negativ');
  expect(chosen('forum', 'negative')).toBe('Negativ');
  expect(chosen('blog', 'unsure')).toBe('Standard');
});

test('each condition decides, and those of one policy together', async () => {
  const conditions = [
    { name: 'Dringend', urgency: 2 as const },
    { name: 'Wieder', author: 'again' as const, sentiment: 'negative' as const },
    { name: 'VIP', tag: 'VIP' },
    { name: 'Englisch', language: 'en' },
    { name: 'Rest', isDefault: true },
  ];
  await database.transaction((tx) => promise(tx, office, conditions));
  const promises = await loadPromises(database.reader);
  const chosen = (more: Partial<About>) => choosePolicy(promises, about(more))?.name;
  expect(chosen({ urgency: 2, author: 'again' })).toBe('Dringend');
  expect(chosen({ urgency: 1, author: 'again', tags: ['VIP'] })).toBe('Wieder');
  expect(chosen({ author: 'again', sentiment: 'mixed', tags: ['VIP'] })).toBe('VIP');
  expect(chosen({ language: 'en' })).toBe('Englisch');
  expect(chosen({ language: null })).toBe('Rest');
});

test('the first run suggests promises once, named in the language of the house', async () => {
  const now = new Date('2026-03-05T13:00:00Z');
  const newId = createTestIds();
  const setUp = () => database.transaction((tx) => ensureDefaults(tx, 'Europe/Vienna', 'de', newId, now));
  await setUp();
  await setUp();
  const { policies, calendars } = await loadPromises(database.reader);
  expect(
    policies.map(({ name, firstMinutes, nextMinutes, resolutionMinutes }) => [
      name,
      firstMinutes,
      nextMinutes,
      resolutionMinutes,
    ]),
  ).toEqual([
    ['Negative Kritik', 120, 240, 1200],
    ['Gemischt', 240, 480, null],
    ['Alles andere', 480, 480, null],
  ]);
  expect(policies.map((policy) => policy.isDefault)).toEqual([false, false, true]);
  const calendar = calendars[0]?.calendar;
  expect(calendar?.timeZone).toBe('Europe/Vienna');
  expect(calendar?.week.map((day) => day.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  const [negative] = policies;
  expect(negative && (['first', 'next', 'resolution'] as const).map((kind) => targetOf(negative, kind))).toEqual([
    120, 240, 1200,
  ]);
});
