import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Database } from '../storage/database.ts';
import { type StoragePlace, sqliteFile } from '../storage/open.ts';
import { openPostgres } from '../storage/postgres.ts';
import { openSqlite } from '../storage/sqlite.ts';
import { createPostgresDatabase } from './test-postgres.ts';

const server = process.env.STAMMGAST_TEST_POSTGRES;

declare module 'vitest' {
  interface ProvidedContext {
    /** What each test gets a copy of: the path of an SQLite file, or the URL of a database of PostgreSQL. */
    emptyDatabase: string;
  }
}

/** With the place at which another connection finds it. */
type TestDatabase = Database & { readonly place: StoragePlace };

/** A fresh, migrated database of the engine under test. Closing it removes it. */
export async function openTestDatabase(): Promise<TestDatabase> {
  return server ? openTestPostgres(server) : openTestSqlite();
}

async function openTestSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'stammgast-test-'));
  const file = sqliteFile(folder);
  copyFileSync(inject('emptyDatabase'), file);
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
  const own = await createPostgresDatabase(url, new URL(inject('emptyDatabase')).pathname.slice(1));
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
