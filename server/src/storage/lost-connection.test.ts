import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../testing/open-test-database.ts';

const onPostgres = Boolean(process.env.STAMMGAST_TEST_POSTGRES);

test.runIf(onPostgres)('a session that PostgreSQL ends in mid-transaction fails that alone', async () => {
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
