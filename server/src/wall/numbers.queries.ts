import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { isFirstClock } from '../storage/first-clock.ts';
import type { Stretch } from './days.ts';
import { onChannels, type Scope } from './scope.queries.ts';

const MINUTE_MS = 60_000;
/** Every zone begins its hours at a quarter of an hour of UTC. */
export const QUARTER_MS = 900_000;

export interface WaitRow {
  /** The start of the quarter of an hour in which they were opened, where that was asked for. */
  readonly opened: Date;
  readonly minutes: number;
  readonly answered: boolean;
  readonly n: number;
  readonly kept: number;
  readonly missed: number;
  readonly running: number;
}

/**
 * How long people waited for the first answer in threads opened in these stretches, by whole minutes; `byQuarter` also by
 * the quarter of an hour in which they were opened. Driven by the threads, as the lists behind the numbers are, and read
 * from two indexes alone.
 */
export function waitsQuery(db: Db, scope: Scope, stretches: readonly Stretch[], now: Date, byQuarter = false): SQL {
  const until = sql`COALESCE(clocks.met_at, clocks.stopped_at, ${instantIn(db, now)})`;
  return sql`SELECT ${byQuarter ? quarter(db, sql`threads.opened_at`) : sql`0`} AS quarter,
        ${minutesUntil(db, until)} AS minutes, clocks.met_at IS NOT NULL AS answered, COUNT(*) AS n,
        COUNT(*) FILTER (WHERE clocks.met_at <= clocks.due_at) AS kept,
        COUNT(*) FILTER (WHERE ${until} > clocks.due_at) AS missed,
        COUNT(*) FILTER (WHERE clocks.met_at IS NULL AND clocks.stopped_at IS NULL) AS running
      FROM threads CROSS JOIN clocks
      WHERE ${within(db, sql`threads.opened_at`, stretches)} AND ${onChannels(sql`threads.channel_id`, scope)}
        AND clocks.thread_id = threads.id AND ${sql.raw(isFirstClock)}
      GROUP BY 1, 2, 3`;
}

export const waits = (db: Db, scope: Scope, stretches: readonly Stretch[], now: Date): Promise<WaitRow[]> =>
  waitRows(db, waitsQuery(db, scope, stretches, now));

/** The same, by the quarter of an hour in which the threads were opened. */
export const waitsByQuarter = (db: Db, scope: Scope, stretches: readonly Stretch[], now: Date): Promise<WaitRow[]> =>
  waitRows(db, waitsQuery(db, scope, stretches, now, true));

async function waitRows(db: Db, query: SQL): Promise<WaitRow[]> {
  const rows = await db.dialect.rows<Record<string, unknown>>(db, query);
  return rows.map((row) => ({
    opened: new Date(Number(row.quarter) * QUARTER_MS),
    minutes: Math.max(0, Number(row.minutes)),
    answered: Boolean(row.answered),
    n: Number(row.n),
    kept: Number(row.kept),
    missed: Number(row.missed),
    running: Number(row.running),
  }));
}

export interface Bucket {
  /** The start of its quarter of an hour. */
  readonly at: Date;
  readonly n: number;
  readonly negative: number;
}

/** Threads opened, by quarters of an hour; read from an index alone. */
export async function openedByQuarter(db: Db, scope: Scope, stretches: readonly Stretch[]): Promise<Bucket[]> {
  return buckets(
    db,
    sql`SELECT ${quarter(db, sql`threads.opened_at`)} AS quarter, COUNT(*) AS n,
        COUNT(*) FILTER (WHERE threads.sentiment = 'negative') AS negative
      FROM threads
      WHERE ${within(db, sql`threads.opened_at`, stretches)} AND ${onChannels(sql`threads.channel_id`, scope)}
      GROUP BY 1`,
  );
}

/** Threads that got their first answer, by quarters of an hour. */
export const answeredByQuarter = (db: Db, scope: Scope, stretches: readonly Stretch[]): Promise<Bucket[]> =>
  buckets(db, answeredQuery(db, scope, stretches));

export const answeredQuery = (db: Db, scope: Scope, stretches: readonly Stretch[]): SQL =>
  sql`SELECT ${quarter(db, sql`clocks.met_at`)} AS quarter, COUNT(*) AS n, 0 AS negative
      FROM clocks CROSS JOIN threads
      WHERE ${sql.raw(isFirstClock)} AND ${within(db, sql`clocks.met_at`, stretches)}
        AND threads.id = clocks.thread_id AND ${onChannels(sql`threads.channel_id`, scope)}
      GROUP BY 1`;

export interface Delivery {
  /** The start of its quarter of an hour. */
  readonly at: Date;
  readonly n: number;
  /** When the last of them was said. */
  readonly lastAt: Date;
}

/** Comments that channels brought, by quarters of an hour; read from an index alone. */
export async function deliveries(
  db: Db,
  scope: Scope,
  stretch: Stretch,
): Promise<(Delivery & { channelId: string })[]> {
  const rows = await db.dialect.rows<Record<string, unknown>>(
    db,
    sql`SELECT channels.id AS channel_id, ${quarter(db, sql`comments.posted_at`)} AS quarter, COUNT(*) AS n,
        MAX(${ms(db, sql`comments.posted_at`)}) AS last
      FROM channels CROSS JOIN comments
      WHERE comments.channel_id = channels.id AND channels.removed_at IS NULL
        AND ${within(db, sql`comments.posted_at`, [stretch])} AND ${onChannels(sql`channels.id`, scope)}
      GROUP BY 1, 2 ORDER BY 2`,
  );
  return rows.map((row) => ({
    channelId: String(row.channel_id),
    at: new Date(Number(row.quarter) * QUARTER_MS),
    n: Number(row.n),
    lastAt: new Date(Number(row.last)),
  }));
}

async function buckets(db: Db, query: SQL): Promise<Bucket[]> {
  return (await db.dialect.rows<Record<string, unknown>>(db, query)).map(bucketOf);
}

const bucketOf = (row: Record<string, unknown>): Bucket => ({
  at: new Date(Number(row.quarter) * QUARTER_MS),
  n: Number(row.n),
  negative: Number(row.negative ?? 0),
});

const quarter = (db: Db, column: SQL): SQL => sql`floor(${ms(db, column)} / ${sql.raw(`${QUARTER_MS}.0`)})`;

/** Whole minutes from the start of a clock to the answer. */
export const answerMinutes = (db: Db): SQL => minutesUntil(db, sql`clocks.met_at`);

const minutesUntil = (db: Db, until: SQL): SQL =>
  sql`floor((${ms(db, until)} - ${ms(db, sql`clocks.started_at`)}) / ${sql.raw(`${MINUTE_MS}.0`)})`;

/** Milliseconds since 1970, as SQLite keeps them. */
const ms = (db: Db, instant: SQL): SQL =>
  db.dialect.name === 'sqlite' ? instant : sql`(EXTRACT(EPOCH FROM ${instant}) * 1000)`;

const instantIn = (db: Db, at: Date): SQL =>
  db.dialect.name === 'sqlite' ? sql`${at.getTime()}` : sql`${at.toISOString()}::timestamptz`;

export function within(db: Db, column: SQL, stretches: readonly Stretch[]): SQL {
  const parts = stretches.map(
    ({ from, to }) => sql`(${column} >= ${instantIn(db, from)} AND ${column} < ${instantIn(db, to)})`,
  );
  return parts.length === 0 ? sql`1 = 0` : sql`(${sql.join(parts, sql` OR `)})`;
}
