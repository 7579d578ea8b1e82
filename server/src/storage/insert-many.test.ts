import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../testing/open-test-database.ts';
import type { Database } from './database.ts';

const AT = new Date('2026-03-05T13:00:00.000Z');
const LATER = new Date('2026-03-05T14:00:00.000Z');
let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const clock = (id: string, more: object = {}) => ({
  ...{ id, threadId: 't1', channelId: 'blog', kind: 'first' as const, policyName: 'Kritik', targetMinutes: 120 },
  ...{ calendarId: 'c1', startedAt: AT, soonAt: AT, dueAt: LATER, nextFactAt: AT, intervals: [] },
  ...more,
});
const stored = async () => {
  const { reader } = database;
  return (await reader.select().from(reader.tables.clocks)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

test('rows whose ids are known get the columns that are named and keep the others', async () => {
  await database.transaction((tx) => tx.insertMany(tx.tables.clocks, [clock('k1'), clock('k2')]));
  const rows = [
    clock('k1', { policyName: 'Eilig', targetMinutes: 60, soonAt: LATER, nextFactAt: null }),
    clock('k3', { policyName: 'Neu' }),
  ];
  await database.transaction((tx) => tx.insertMany(tx.tables.clocks, rows, ['policyName', 'soonAt', 'nextFactAt']));
  expect(await stored()).toMatchObject([
    { id: 'k1', policyName: 'Eilig', targetMinutes: 120, soonAt: LATER, nextFactAt: null },
    { id: 'k2', policyName: 'Kritik', soonAt: AT, nextFactAt: AT },
    { id: 'k3', policyName: 'Neu', targetMinutes: 120 },
  ]);
});

test('where nothing is to be overwritten a known id is an error, and nothing is written', async () => {
  const twice = database.transaction((tx) => tx.insertMany(tx.tables.clocks, [clock('k1'), clock('k1')]));
  const failure = await twice.catch((error: unknown) => error);
  expect(database.reader.dialect.isUniqueViolation(failure)).toBe(true);
  expect(await stored()).toEqual([]);
});
