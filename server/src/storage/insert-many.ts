import type { Database as Connection, Statement } from 'better-sqlite3';
import { type Column, getTableColumns, getTableName, sql, type Table } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PgColumn, PgInsertValue, PgTable } from 'drizzle-orm/pg-core';

/**
 * Inserts rows without reading them back. Columns that a row leaves out get their default. A row whose id is known gets
 * the columns named by `overwritten` instead; where none are named, an id that is known is an error.
 */
export type InsertMany = <T extends PgTable>(
  table: T,
  rows: readonly T['$inferInsert'][],
  overwritten?: readonly (keyof T['$inferInsert'] & string)[],
) => Promise<void>;

interface Insert {
  readonly statement: Statement;
  readonly columns: readonly (readonly [key: string, column: Column])[];
}

/**
 * For SQLite: one prepared statement per table and what is overwritten, run for each row. There is no network to save round trips on, and
 * building one long statement with thousands of parameters costs several times as much as the inserts themselves.
 */
export function insertManyPrepared(connection: Connection): InsertMany {
  const known = new Map<string, Insert>();
  function insertOf(table: Table, overwritten: readonly string[]): Insert {
    const key = [getTableName(table), ...overwritten].join();
    const found = known.get(key);
    if (found) return found;
    const columns = Object.entries(getTableColumns(table));
    const names = columns.map(([, column]) => `"${toSnakeCase(column.name)}"`);
    const text = `INSERT INTO "${getTableName(table)}" (${names.join()}) VALUES (${names.map(() => '?').join()})`;
    const set = columns.flatMap(([name], i) =>
      overwritten.includes(name) ? [`${names[i]} = excluded.${names[i]}`] : [],
    );
    const rest = set.length > 0 ? ` ON CONFLICT ("id") DO UPDATE SET ${set.join()}` : '';
    const insert = { statement: connection.prepare(text + rest), columns };
    known.set(key, insert);
    return insert;
  }
  return async (table, rows, overwritten = []) => {
    const { statement, columns } = insertOf(table, overwritten);
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
export function insertManyAtOnce(db: Pick<NodePgDatabase, 'insert'>): InsertMany {
  return async (table, rows, overwritten = []) => {
    const columns: Readonly<Record<string, PgColumn>> = getTableColumns<PgTable>(table);
    const set = Object.fromEntries(
      overwritten.map((name) => [name, sql`excluded.${sql.identifier(toSnakeCase(columns[name]?.name ?? name))}`]),
    );
    const size = Math.floor(MOST_PARAMETERS / Object.keys(columns).length);
    for (let from = 0; from < rows.length; from += size) {
      const insert = db.insert<PgTable>(table).values(rows.slice(from, from + size) as PgInsertValue<PgTable>[]);
      await (columns.id && overwritten.length > 0 ? insert.onConflictDoUpdate({ target: columns.id, set }) : insert);
    }
  };
}
