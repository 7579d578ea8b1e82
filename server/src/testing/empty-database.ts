import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migratePostgres } from '../storage/migrate.postgres.ts';
import { migrateSqlite } from '../storage/migrate.sqlite.ts';
import { sqliteFile } from '../storage/open.ts';
import { createPostgresDatabase } from './test-postgres.ts';

let remove: () => unknown;

/** Once for all tests: migrating takes longer than most of them, a copy does not. */
export async function setup(project: TestProject): Promise<void> {
  const server = process.env.STAMMGAST_TEST_POSTGRES;
  if (server) {
    const { url, drop } = await createPostgresDatabase(server);
    remove = drop;
    await migratePostgres(url);
    project.provide('emptyDatabase', url);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'stammgast-empty-'));
  remove = () => rmSync(folder, { recursive: true, force: true });
  const file = sqliteFile(folder);
  await migrateSqlite(file);
  project.provide('emptyDatabase', file);
}

export const teardown = () => remove();
