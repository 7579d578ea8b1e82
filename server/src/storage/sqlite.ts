import BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { bindDb } from './bind.ts';
import type { Database, Db } from './database.ts';
import { sqliteDialect } from './dialect.sqlite.ts';
import { insertManyPrepared } from './insert-many.ts';
import * as tables from './schema.sqlite.ts';
import { withStatementCache } from './statement-cache.ts';
import { createWriteQueue } from './write-queue.ts';

/** Opens the embedded database: one connection writes, another only reads. The file must be migrated already. */
export function openSqlite(filename: string): Database {
  const writer = connectSqlite(filename);
  const reader = connectReader(filename);
  const listeners = new Set<() => void>();
  const enqueue = createWriteQueue(writer, () => {
    for (const listener of listeners) listener();
  });
  const tx = bind(writer);

  return {
    dialect: 'sqlite',
    reader: bind(reader),
    transaction: (work) => enqueue(() => work(tx)),
    onFacts(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onPresence: () => () => undefined,
    async close() {
      // Waits for the transactions that are under way.
      await enqueue(async () => undefined);
      reader.close();
      writer.close();
    },
  };
}

export const openSqliteReader = (filename: string): Db => bind(connectReader(filename));

function connectReader(filename: string): BetterSqlite3.Database {
  const reader = connectSqlite(filename);
  reader.pragma('query_only = ON');
  return reader;
}

function bind(connection: BetterSqlite3.Database): Db {
  const orm = drizzle({ client: withStatementCache(connection), casing: 'snake_case' });
  return bindDb(orm, tables, sqliteDialect, insertManyPrepared(connection));
}

const pragmas = {
  journal_mode: 'wal',
  synchronous: 2, // FULL: an acknowledged comment survives a power cut
  foreign_keys: 1,
  busy_timeout: 5000,
  trusted_schema: 0,
  secure_delete: 1,
  cell_size_check: 1,
  journal_size_limit: 67_108_864,
  temp_store: 2,
} as const;

/** A connection with the settings that durability rests on; throws when one of them did not take. */
export function connectSqlite(filename: string): BetterSqlite3.Database {
  const connection = new BetterSqlite3(filename);
  for (const [name, value] of Object.entries(pragmas)) {
    connection.pragma(`${name} = ${value}`);
    const actual = connection.pragma(name, { simple: true });
    if (actual !== value) {
      connection.close();
      throw new Error(`SQLite refused ${name} = ${value} (it is ${String(actual)})`);
    }
  }
  return connection;
}
