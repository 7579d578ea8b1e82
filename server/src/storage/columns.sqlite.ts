import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Columns } from './columns.postgres.ts';

export const sqliteColumns = {
  table: sqliteTable,
  index,
  uniqueIndex,
  id: () => text().primaryKey(),
  seq: () => integer().primaryKey({ autoIncrement: true }),
  text: () => text(),
  integer: () => integer(),
  bigint: () => integer(),
  real: () => real(),
  boolean: () => integer({ mode: 'boolean' }),
  instant: () => integer({ mode: 'timestamp_ms' }),
  json: <T>() => text({ mode: 'json' }).$type<T>(),
} as unknown as Columns;
