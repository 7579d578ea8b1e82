import pg from 'pg';
import type { MigrateOptions } from './migrate.sqlite.ts';
import { lostRows, type Migration, pending, readHandwritten, readMigrations } from './migrations.ts';

/** Brings the database up to date. Nodes that start together wait for each other. */
export async function migratePostgres(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const known = readMigrations('postgres', options.folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(7827002)');
    const todo = pending(known, await applied(client));
    if (todo.length === 0) return [];
    if (todo.length < known.length) await options.backUp?.();
    await client.query('BEGIN');
    await run(client, todo, readHandwritten('postgres', options.folder));
    await client.query('COMMIT');
    return todo.map((m) => m.name);
  } finally {
    await client.end();
  }
}

async function applied(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ exists: boolean }>("SELECT to_regclass('migrations') IS NOT NULL AS exists");
  if (!rows[0]?.exists) return [];
  return (await client.query<{ name: string }>('SELECT name FROM migrations')).rows.map((row) => row.name);
}

async function run(client: pg.Client, todo: readonly Migration[], handwritten: string): Promise<void> {
  await client.query(
    'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, hash text NOT NULL, at timestamptz NOT NULL)',
  );
  const before = await countRows(client);
  for (const migration of todo) {
    for (const statement of migration.statements) await client.query(statement);
    await client.query('INSERT INTO migrations VALUES ($1, $2, now())', [migration.name, migration.hash]);
  }
  await client.query(handwritten);
  const lost = lostRows(before, await countRows(client));
  if (lost.length > 0) throw new Error(`migration would lose rows of ${lost.join(', ')}`);
}

async function countRows(client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'",
  );
  const counts = new Map<string, number>();
  for (const { name } of rows) {
    const counted = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${name}`);
    counts.set(name, Number(counted.rows[0]?.n));
  }
  return counts;
}
