import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Db } from './database.ts';
import { type MigrateOptions, migrateSqlite } from './migrate.sqlite.ts';
import { openSqlite, openSqliteReader } from './sqlite.ts';

export interface StoragePlace {
  /** Absolute; holds the SQLite file. */
  readonly dataDir: string;
  /** PostgreSQL instead of the file. */
  readonly databaseUrl: string | null;
}

export const sqliteFile = (dataDir: string): string => join(dataDir, 'stammgast.sqlite');

/** Brings the database up to date and opens it. Throws NewerDatabaseError when a newer version wrote it. */
export async function openStorage(
  place: StoragePlace,
  onError: (error: Error) => void,
  options: MigrateOptions = {},
): Promise<{ database: Database; migrated: readonly string[] }> {
  if (place.databaseUrl) {
    // Loaded only where it is used: most houses have no PostgreSQL.
    const { migratePostgres } = await import('./migrate.postgres.ts');
    const { openPostgres } = await import('./postgres.ts');
    const migrated = await migratePostgres(place.databaseUrl, options);
    return { database: await openPostgres(place.databaseUrl, onError), migrated };
  }
  mkdirSync(place.dataDir, { recursive: true });
  const migrated = await migrateSqlite(sqliteFile(place.dataDir), options);
  return { database: openSqlite(sqliteFile(place.dataDir)), migrated };
}

/** One more connection that only reads, for a thread of its own. The database must be up to date. */
export async function openReader(place: StoragePlace): Promise<Db> {
  if (!place.databaseUrl) return openSqliteReader(sqliteFile(place.dataDir));
  const { openPostgresReader } = await import('./postgres.ts');
  return openPostgresReader(place.databaseUrl);
}
