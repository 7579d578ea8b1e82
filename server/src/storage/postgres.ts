import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { bindDb } from './bind.ts';
import type { Database, Db } from './database.ts';
import { FACTS_CHANNEL, PRESENCE, postgresDialect } from './dialect.postgres.ts';
import { insertManyAtOnce } from './insert-many.ts';
import * as tables from './schema.postgres.ts';

/** Opens a PostgreSQL database that is already migrated. `onError` hears of lost connections; the pool recovers. */
export async function openPostgres(url: string, onError: (error: Error) => void = () => undefined): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    keepAlive: true,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  // Heard at the connections themselves: the pool tells of idle ones only, and one that PostgreSQL ends in the middle of
  // a transaction, between two statements, would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  pool.on('error', () => undefined);
  const orm = drizzle({ client: pool, casing: 'snake_case' });
  const listeners = new Set<() => void>();
  const presenceListeners = new Set<() => void>();
  const ear = listen(url, onError, (what) => {
    for (const listener of what === PRESENCE ? presenceListeners : listeners) listener();
  });

  return {
    dialect: 'postgres',
    reader: bind(orm),
    transaction: (work) => onceMoreIfStuck(() => orm.transaction((tx) => work(bind(tx)))),
    onFacts(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onPresence(listener) {
      presenceListeners.add(listener);
      return () => presenceListeners.delete(listener);
    },
    async close() {
      await ear.close();
      await pool.end();
    },
  };
}

function bind(db: Pick<NodePgDatabase, 'insert'>): Db {
  return bindDb(db, tables, postgresDialect, insertManyAtOnce(db));
}

/** Few connections, and more patience than requests have. */
export function openPostgresReader(url: string): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    keepAlive: true,
    statement_timeout: 60_000,
    options: '-c default_transaction_read_only=on',
  });
  pool.on('error', () => undefined);
  return bind(drizzle({ client: pool, casing: 'snake_case' }));
}

const MOST_TRIES = 4;

/** Of transactions that wait for each other PostgreSQL ends one. It has left no trace, so it may simply begin again. */
async function onceMoreIfStuck<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (tries === MOST_TRIES || !isStuck(error)) throw error;
    }
  }
}

function isStuck(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && (e.code === '40P01' || e.code === '40001')) return true;
  }
  return false;
}

/** LISTEN on a connection of its own; comes back after a loss and then calls once, since news may have been missed. */
function listen(url: string, onError: (error: Error) => void, heard: (what: string | undefined) => void) {
  let closed = false;
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    client = next;
    next.on('error', onError);
    next.on('end', () => {
      if (!closed) again = setTimeout(() => void connect(), 1000);
    });
    next.on('notification', ({ payload }) => heard(payload));
    try {
      await next.connect();
      await next.query(`LISTEN ${FACTS_CHANNEL}`);
      heard(undefined);
      heard(PRESENCE);
    } catch (error) {
      onError(error as Error);
      await next.end().catch(() => undefined);
    }
  }
  void connect();

  return {
    async close() {
      closed = true;
      clearTimeout(again);
      await client?.end().catch(() => undefined);
    },
  };
}
