import type { Db, Dialect } from './database.ts';
import type { InsertMany } from './insert-many.ts';

/** `all` (SQLite) and `execute` (PostgreSQL) are for Dialect.rows only. */
const offered = ['select', 'selectDistinct', 'insert', 'update', 'delete', '$count', 'with', '$with', 'all', 'execute'];

/**
 * The part of a Drizzle connection that rooms get. A new object, since Drizzle keeps a `dialect` of its own,
 * and since it lacks `transaction`.
 */
export function bindDb(orm: object, tables: object, dialect: Dialect, insertMany: InsertMany): Db {
  const source = orm as Record<string, unknown>;
  const bound: Record<string, unknown> = { tables, dialect, insertMany };
  for (const name of offered) {
    const method = source[name];
    if (typeof method === 'function') bound[name] = method.bind(orm);
  }
  return bound as unknown as Db;
}
