import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { BackupError, differences, type Manifest, type TableContents } from './backup-manifest.ts';
import { connectSqlite } from './sqlite.ts';

interface Snapshot {
  readonly migrations: string[];
  readonly tables: TableContents;
}

/** Copies a database that may be in use, and proves the copy. Writers are not held up. */
export async function copySqlite(from: string, to: string): Promise<Snapshot> {
  if (!existsSync(from)) throw new BackupError(`there is no database at ${from}.`);
  const source = connectSqlite(from);
  try {
    // All pages in one step: a step that another process writes between would begin again, under load for ever.
    await source.backup(to, { progress: () => 0x7fffffff });
  } finally {
    source.close();
  }
  const copy = new BetterSqlite3(to);
  try {
    // One file, without a journal beside it that could be forgotten.
    copy.pragma('journal_mode = DELETE');
    return examine(copy);
  } finally {
    copy.close();
  }
}

/** Puts a copy in place of the database, whose folder must be free or freed by `makeRoom`. */
export function placeSqlite(copy: string, target: string, manifest: Manifest): void {
  const arriving = `${target}.restoring`;
  copyFileSync(copy, arriving);
  const connection = new BetterSqlite3(arriving);
  try {
    const wrong = differences(manifest.tables, examine(connection).tables);
    if (wrong.length > 0) throw new BackupError(`the copy differs from the manifest in ${wrong.join(', ')}.`);
  } finally {
    connection.close();
  }
  flush(arriving);
  renameSync(arriving, target);
}

const companions = ['', '-wal', '-shm', '-journal'];

/** Files of a database at this place, journals included. */
export const sqliteFiles = (file: string): string[] =>
  companions.map((end) => file + end).filter((path) => existsSync(path));

/** Moves an old database aside with its journals: a journal left beside a restored file would be played into it. */
export function makeRoom(file: string, aside: string): void {
  if (isInUse(file)) throw new BackupError('the database is in use; stop Stammgast first.');
  for (const path of sqliteFiles(file)) renameSync(path, join(aside, basename(path)));
}

/** Leaving WAL mode needs the database for oneself alone. A damaged one is in nobody's use. */
function isInUse(file: string): boolean {
  if (!existsSync(file)) return false;
  let connection: BetterSqlite3.Database | null = null;
  try {
    connection = new BetterSqlite3(file, { timeout: 200 });
    connection.pragma('journal_mode = DELETE');
    return false;
  } catch (error) {
    return error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY');
  } finally {
    connection?.close();
  }
}

function examine(connection: BetterSqlite3.Database): Snapshot {
  const report = connection.pragma('integrity_check', { simple: true });
  if (report !== 'ok') throw new BackupError(`the database is damaged: ${String(report)}.`);
  if ((connection.pragma('foreign_key_check') as unknown[]).length > 0) {
    throw new BackupError('the database has rows that refer to nothing.');
  }
  const names = connection
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'comments\\_search%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  const tables = Object.fromEntries(names.map((name) => [name, contentOf(connection, name)]));
  const migrations = connection.prepare('SELECT name FROM migrations ORDER BY name').pluck().all() as string[];
  return { migrations, tables };
}

function contentOf(connection: BetterSqlite3.Database, table: string): { rows: number; hash: string } {
  const hash = createHash('sha256');
  let rows = 0;
  for (const row of connection
    .prepare(`SELECT * FROM "${table.replaceAll('"', '""')}" ORDER BY rowid`)
    .raw()
    .iterate()) {
    hash.update(JSON.stringify(row)).update('\n');
    rows += 1;
  }
  return { rows, hash: hash.digest('hex') };
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
