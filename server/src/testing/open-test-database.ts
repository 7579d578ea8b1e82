import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Database } from '../storage/database.ts';
import { migratePostgres } from '../storage/migrate.postgres.ts';
import { migrateSqlite } from '../storage/migrate.sqlite.ts';
import { type StoragePlace, sqliteFile } from '../storage/open.ts';
import { openPostgres } from '../storage/postgres.ts';
import { openSqlite } from '../storage/sqlite.ts';

const server = process.env.STAMMGAST_TEST_POSTGRES;

/** With the place at which another connection finds it. */
type TestDatabase = Database & { readonly place: StoragePlace };

/** A fresh, migrated database of the engine under test. Closing it removes it. */
export async function openTestDatabase(): Promise<TestDatabase> {
  return server ? openTestPostgres(server) : openTestSqlite();
}

async function openTestSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'stammgast-test-'));
  const file = sqliteFile(folder);
  await migrateSqlite(file);
  const database = openSqlite(file);
  return {
    ...database,
    place: { dataDir: folder, databaseUrl: null },
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openTestPostgres(url: string): Promise<TestDatabase> {
  const own = await createPostgresDatabase(url);
  await migratePostgres(own.url);
  const database = await openPostgres(own.url);
  return {
    ...database,
    place: { dataDir: '', databaseUrl: own.url },
    async close() {
      await database.close();
      await own.drop();
    },
  };
}

/** An empty database on a PostgreSQL server that is there for tests. */
export async function createPostgresDatabase(server: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
