import type { Database as Connection, Statement } from 'better-sqlite3';
import { type Column, getTableColumns, getTableName, type Table } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core';

/** Inserts rows without reading them back. Columns that a row leaves out get their default. */
export type InsertMany = <T extends PgTable>(table: T, rows: readonly T['$inferInsert'][]) => Promise<void>;

interface Insert {
  readonly statement: Statement;
  readonly columns: readonly (readonly [key: string, column: Column])[];
}

/**
 * For SQLite: one prepared statement per table, run for each row. There is no network to save round trips on, and
 * building one long statement with thousands of parameters costs several times as much as the inserts themselves.
 */
export function insertManyPrepared(connection: Connection): InsertMany {
  const known = new Map<Table, Insert>();
  function insertOf(table: Table): Insert {
    const found = known.get(table);
    if (found) return found;
    const columns = Object.entries(getTableColumns(table));
    const names = columns.map(([, column]) => `"${toSnakeCase(column.name)}"`);
    const text = `INSERT INTO "${getTableName(table)}" (${names.join()}) VALUES (${names.map(() => '?').join()})`;
    const insert = { statement: connection.prepare(text), columns };
    known.set(table, insert);
    return insert;
  }
  return async (table, rows) => {
    const { statement, columns } = insertOf(table);
    for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
      statement.run(columns.map(([key, column]) => stored(column, row[key])));
    }
  };
}

function stored(column: Column, value: unknown): unknown {
  const given = value === undefined ? column.default : value;
  return given === undefined || given === null ? null : column.mapToDriverValue(given);
}

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const MOST_PARAMETERS = 60_000;

/** For PostgreSQL: as few statements as its limit of parameters allows. */
export function insertManyAtOnce(
  insert: (table: PgTable) => { values(rows: PgInsertValue<PgTable>[]): PromiseLike<unknown> },
): InsertMany {
  return async (table, rows) => {
    const size = Math.floor(MOST_PARAMETERS / Object.keys(getTableColumns(table)).length);
    for (let from = 0; from < rows.length; from += size) {
      await insert(table).values(rows.slice(from, from + size) as PgInsertValue<PgTable>[]);
    }
  };
}
