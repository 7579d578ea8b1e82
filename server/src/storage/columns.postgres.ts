import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

/** The column vocabulary. PostgreSQL gives the types; SQLite only has to match them at run time. */
export const postgresColumns = {
  table: pgTable,
  index,
  uniqueIndex,
  id: () => text().primaryKey(),
  /** A number that only grows; the order in which rows were written. */
  seq: () => bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  text: () => text(),
  integer: () => integer(),
  bigint: () => bigint({ mode: 'number' }),
  real: () => real(),
  boolean: () => boolean(),
  /** Precision of milliseconds, so that cursors equal JavaScript dates. */
  instant: () => timestamp({ withTimezone: true, mode: 'date', precision: 3 }),
  json: <T>() => jsonb().$type<T>(),
};
export type Columns = typeof postgresColumns;
