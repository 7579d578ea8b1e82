import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { migratePostgres } from '../../server/src/storage/migrate.postgres.ts';
import { sqliteFile } from '../../server/src/storage/open.ts';

const AT_ONCE = 2000;

/** Carries all rows of a data folder over into an empty PostgreSQL: both engines are then measured on the same house. */
export async function carryOver(dataDir: string, url: string): Promise<void> {
  await migratePostgres(url);
  const from = new BetterSqlite3(sqliteFile(dataDir), { readonly: true });
  const to = new pg.Client({ connectionString: url });
  await to.connect();
  try {
    // Tables come in any order.
    await to.query('SET session_replication_role = replica');
    for (const [table, columns] of await tablesOf(to)) await carry(from, to, table, columns);
    await to.query('VACUUM ANALYZE');
  } finally {
    await to.end();
    from.close();
  }
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly counts: boolean;
}

/** What PostgreSQL keeps, but for what it works out by itself and what it knows of its own migrations. */
async function tablesOf(to: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } = await to.query<Column>(`
    SELECT table_name AS table, column_name AS name, data_type AS type,
      is_identity = 'YES' OR coalesce(column_default, '') LIKE 'nextval%' AS counts
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> 'migrations' AND is_generated = 'NEVER'`);
  return Map.groupBy(rows, (column) => column.table) as Map<string, Column[]>;
}

async function carry(from: BetterSqlite3.Database, to: pg.Client, table: string, columns: Column[]): Promise<void> {
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const insert = `INSERT INTO "${table}" (${names}) OVERRIDING SYSTEM VALUE
    SELECT ${names} FROM jsonb_populate_recordset(NULL::"${table}", $1)`;
  let waiting: object[] = [];
  const send = async () => {
    if (waiting.length > 0) await to.query(insert, [JSON.stringify(waiting)]);
    waiting = [];
  };
  for (const row of from.prepare<[], Record<string, unknown>>(`SELECT ${names} FROM "${table}"`).iterate()) {
    waiting.push(Object.fromEntries(columns.map((column) => [column.name, told(column, row[column.name])])));
    if (waiting.length === AT_ONCE) await send();
  }
  await send();
  for (const { name } of columns.filter(({ counts }) => counts))
    await to.query(`SELECT setval(pg_get_serial_sequence('"${table}"', '${name}'), max("${name}")) FROM "${table}"`);
}

function told({ type }: Column, value: unknown): unknown {
  if (value === null) return null;
  if (type === 'boolean') return value === 1;
  if (type === 'jsonb') return JSON.parse(String(value));
  return type.startsWith('timestamp') ? new Date(Number(value)).toISOString() : value;
}
