import type { Database as Connection } from 'better-sqlite3';
import { lostRows, type Migration, pending, readHandwritten, readMigrations } from './migrations.ts';
import { connectSqlite } from './sqlite.ts';

export interface MigrateOptions {
  readonly folder?: string;
  /** Called before a database with content is changed; must leave a verified copy or throw. */
  readonly backUp?: () => Promise<void>;
}

/** Brings the file up to date. Safe when several processes start at once; loses no row or changes nothing. */
export async function migrateSqlite(filename: string, options: MigrateOptions = {}): Promise<string[]> {
  const known = readMigrations('sqlite', options.folder);
  const connection = connectSqlite(filename);
  try {
    const todo = pending(known, applied(connection));
    if (todo.length > 0 && todo.length < known.length) await options.backUp?.();
    return run(connection, known, readHandwritten('sqlite', options.folder));
  } finally {
    connection.close();
  }
}

function applied(connection: Connection): string[] {
  const exists = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get();
  if (!exists) return [];
  return (connection.prepare('SELECT name FROM migrations').all() as { name: string }[]).map((row) => row.name);
}

function run(connection: Connection, known: readonly Migration[], handwritten: string): string[] {
  // Inside a transaction this pragma does nothing, and a rebuilt table would take its children with it.
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN EXCLUSIVE');
  try {
    connection.exec(
      'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, at INTEGER NOT NULL)',
    );
    const todo = pending(known, applied(connection));
    if (todo.length > 0) {
      const before = countRows(connection);
      for (const migration of todo) apply(connection, migration);
      connection.exec(handwritten);
      const lost = lostRows(before, countRows(connection));
      if (lost.length > 0) throw new Error(`migration would lose rows of ${lost.join(', ')}`);
      const broken = connection.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`migration would break ${broken.length} references`);
    }
    connection.exec('COMMIT');
    return todo.map((m) => m.name);
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

function apply(connection: Connection, migration: Migration): void {
  for (const statement of migration.statements) connection.exec(statement);
  connection
    .prepare('INSERT INTO migrations (name, hash, at) VALUES (?, ?, ?)')
    .run(migration.name, migration.hash, Date.now());
}

function countRows(connection: Connection): Map<string, number> {
  const tables = connection
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'comments_search%'",
    )
    .all() as { name: string }[];
  const count = (name: string) =>
    (connection.prepare(`SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`).get() as { n: number }).n;
  return new Map(tables.map(({ name }) => [name, count(name)]));
}
