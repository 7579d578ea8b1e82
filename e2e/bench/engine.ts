import pg from 'pg';
import type { StoragePlace } from '../../server/src/storage/open.ts';
import { type ServerProcess, startServer } from '../house.ts';
import { carryOver } from './carry-over.ts';

/** The server to measure on, which `npm run bench -- --postgres` starts; else SQLite is measured. */
export const postgres = process.env.STAMMGAST_BENCH_POSTGRES;

/** Measures a filled data folder where it is, or carried over into a database of its own. */
export async function onEngine(dataDir: string, measure: (place: StoragePlace) => Promise<void>): Promise<void> {
  if (!postgres) return measure({ dataDir, databaseUrl: null });
  const name = `stammgast_bench_${process.pid}`;
  const url = new URL(postgres);
  url.pathname = name;
  const admin = new pg.Client({ connectionString: postgres });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name}`);
    console.log('carrying it over to PostgreSQL …');
    await carryOver(dataDir, url.href);
    await measure({ dataDir, databaseUrl: url.href });
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  }
}

export const startOn = ({ dataDir, databaseUrl }: StoragePlace): Promise<ServerProcess> =>
  startServer({ dataDir, env: databaseUrl ? { DATABASE_URL: databaseUrl } : {} });
