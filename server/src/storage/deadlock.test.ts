import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../testing/open-test-database.ts';

test('of two transactions that wait for each other both succeed in the end, each once', async () => {
  const database = await openTestDatabase();
  let tries = 0;
  const lockBoth = (first: string, second: string) =>
    database.transaction(async (tx) => {
      tries += 1;
      await tx.dialect.lock(tx, first);
      await tx.insert(tx.tables.settings).values({ key: first, value: 'kept' });
      await pause(100);
      await tx.dialect.lock(tx, second);
    });
  await Promise.all([lockBoth('a', 'b'), lockBoth('b', 'a')]);
  const { settings } = database.reader.tables;
  const rows = await database.reader.select().from(settings);
  expect(rows.map((row) => row.key).toSorted()).toEqual(['a', 'b']);
  expect(tries).toBe(database.dialect === 'postgres' ? 3 : 2);
  await database.close();
});
