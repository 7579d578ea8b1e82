import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { BackupError, differences, type Manifest, type TableContents } from './backup-manifest.ts';

const run = promisify(execFile);

/** Dumps one moment of the database with pg_dump, and says what it held at that very moment. */
export async function dumpPostgres(url: string, to: string): Promise<{ migrations: string[]; tables: TableContents }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    const tables = await contentsOf(client);
    const migrations = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY name');
    await tool('pg_dump', url, ['--format=custom', '--no-owner', `--snapshot=${rows[0]?.id}`, `--file=${to}`]);
    return { migrations: migrations.rows.map((row) => row.name), tables };
  } finally {
    await client.end();
  }
}

/** Plays a dump into the database, in one transaction. With `replace`, what is there goes first. */
export async function loadPostgres(url: string, from: string, manifest: Manifest, replace: boolean): Promise<void> {
  if (!replace && Object.keys(await contentsAt(url)).length > 0) {
    throw new BackupError('the PostgreSQL database is not empty; add --force to replace what it holds.');
  }
  const clean = replace ? ['--clean', '--if-exists'] : [];
  await tool('pg_restore', url, ['--no-owner', '--exit-on-error', '--single-transaction', ...clean, from]);
  const wrong = differences(manifest.tables, await contentsAt(url));
  if (wrong.length > 0) throw new BackupError(`after restoring, these tables differ: ${wrong.join(', ')}.`);
}

async function contentsAt(url: string): Promise<TableContents> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await contentsOf(client);
  } finally {
    await client.end();
  }
}

async function contentsOf(client: pg.Client): Promise<TableContents> {
  const { rows: names } = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1",
  );
  const contents: TableContents = {};
  for (const { name } of names) {
    const { rows } = await client.query<{ rows: string; hash: string }>(
      `SELECT count(*) AS rows, md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS hash FROM ${client.escapeIdentifier(name)} t`,
    );
    contents[name] = { rows: Number(rows[0]?.rows), hash: rows[0]?.hash ?? '' };
  }
  return contents;
}

/** The password goes by the environment: arguments can be read by everybody on the machine. */
async function tool(name: 'pg_dump' | 'pg_restore', url: string, args: readonly string[]): Promise<void> {
  const target = new URL(url);
  const password = decodeURIComponent(target.password);
  target.password = '';
  const env = { ...process.env, ...(password ? { PGPASSWORD: password } : {}) };
  try {
    await run(name, [...args, `--dbname=${target.href}`], { env });
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: unknown };
    if (code === 'ENOENT') {
      throw new BackupError(
        `${name} is not installed here; install PostgreSQL's client programs (Debian: postgresql-client).`,
      );
    }
    throw new BackupError(`${name} failed: ${String(stderr).trim().split('\n')[0] ?? ''}`);
  }
}
