import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
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

// The embedded database has no sessions that could end.
if (process.env.STAMMGAST_TEST_POSTGRES) {
  test('a session that PostgreSQL ends in mid-transaction fails that alone', async () => {
    const database = await openTestDatabase();
    const { reader } = database;
    const cut = database.transaction(async (tx) => {
      await tx.insert(tx.tables.settings).values({ key: 'half', value: 'done' });
      const [own] = await tx.dialect.rows<{ pid: number }>(tx, sql`SELECT pg_backend_pid() AS pid`);
      await reader.dialect.rows(reader, sql`SELECT pg_terminate_backend(${own?.pid})`);
      // Between two statements nobody waits for an answer in which the error could come.
      await pause(100);
    });
    await expect(cut).rejects.toThrow();
    await database.transaction((tx) => tx.insert(tx.tables.settings).values({ key: 'whole', value: 'done' }));
    const rows = await reader.select().from(reader.tables.settings);
    expect(rows.map((row) => row.key)).toEqual(['whole']);
    await database.close();
  });
}
