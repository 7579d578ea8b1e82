import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../storage/database.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { choosePolicy, ensureDefaults, loadPromises, targetOf } from './promises.ts';
import { createTestIds, office, promise } from './sla.suite.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

test('nothing is promised before the house was set up', async () => {
  const promises = await loadPromises(database.reader);
  expect(promises.calendar).toBeNull();
  expect(choosePolicy(promises, { channelId: 'blog', sentiment: 'negative' })).toBeNull();
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
    choosePolicy(promises, { channelId, sentiment })?.name;
  expect(chosen('blog', 'negative')).toBe('Blog negativ');
  expect(chosen('forum', 'negative')).toBe('Negativ');
  expect(chosen('blog', 'unsure')).toBe('Standard');
});

test('the first run suggests promises once, named in the language of the house', async () => {
  const now = new Date('2026-03-05T13:00:00Z');
  const newId = createTestIds();
  const setUp = () => database.transaction((tx) => ensureDefaults(tx, 'Europe/Vienna', 'de', newId, now));
  await setUp();
  await setUp();
  const { policies, calendar } = await loadPromises(database.reader);
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
  expect(calendar?.calendar.timeZone).toBe('Europe/Vienna');
  expect(calendar?.calendar.week.map((day) => day.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  const [negative] = policies;
  expect(negative && (['first', 'next', 'resolution'] as const).map((kind) => targetOf(negative, kind))).toEqual([
    120, 240, 1200,
  ]);
});
