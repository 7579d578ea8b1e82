import type { Placeholder, SQL, SQLWrapper } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Expression } from '../text/expression.ts';
import type { InsertMany } from './insert-many.ts';
import type { Tables } from './tables.ts';

type Builders = 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count' | 'with' | '$with';

/** Query builder bound to the tables of the running engine. Rooms get this: they cannot open transactions. */
export type Db = Pick<NodePgDatabase, Builders> & {
  readonly tables: Tables;
  readonly dialect: Dialect;
  /** The fast way for many rows; see insert-many.ts. */
  readonly insertMany: InsertMany;
};

/** All that differs between the engines, beside column types. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  isUniqueViolation(error: unknown): boolean;
  /**
   * One transaction at a time may hold this name, until it ends. Keeps facts in the order of their numbers ('events'),
   * and what belongs together from being changed by two at once (a channel's id).
   */
  lock(db: Db, name: string): Promise<void>;
  /** Tells followers on all nodes, after commit, that there are new facts. */
  announce(db: Db): Promise<void>;
  /** Tells other nodes, after commit, that somebody came to a thread or left it. */
  announcePresence(db: Db): Promise<void>;
  /** Rows of a hand-written query, for the few that the builder cannot say on both engines. */
  rows<Row>(db: Db, query: SQL): Promise<Row[]>;
  /** What is asked of the search index, as the engine writes it. */
  written(expression: Expression): string;
  /**
   * A query for the newest comments that match an expression (or the placeholder for one), among those that `among`
   * lets through: `id`, `thread_id` and `rank`, which is smaller for a better match. `common`: very many match.
   */
  newestMatches(
    expression: string | Placeholder | SQLWrapper,
    among: SQL | undefined,
    limit: number,
    common?: boolean,
  ): SQL;
  /** A query for the comments that match an expression, at most so many; for counting. */
  matchesUpTo(expression: Placeholder | SQLWrapper, limit: number): SQL;
  /** The condition that a row of `comments` matches; for words that are everywhere, among their newest matches. */
  matches(expression: string | Placeholder | SQLWrapper, common?: boolean): SQL;
  /** The instant that is so many milliseconds later. */
  later(instant: SQLWrapper, ms: number): SQL;
  /** An instant as hand-written parts of a query need it; the builder converts columns only. */
  instant(at: Date): number | Date;
}

/** What the rest of the server knows of storage. */
export interface Database {
  readonly dialect: Dialect['name'];
  /** Reads outside a transaction: sees what is committed. */
  readonly reader: Db;
  /**
   * All writes. Rolls back when the function throws; durable when it resolves. Never await the network inside.
   * On SQLite, waiting transactions may share one commit; each keeps its own rollback. On PostgreSQL the function may
   * run again after a deadlock: it may change nothing but the database.
   */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** Calls back soon after facts were committed, by this process or another node. Returns the way to stop. */
  onFacts(listener: () => void): () => void;
  /** Calls back soon after a node announced presence. On SQLite there is one node, which knows by itself. */
  onPresence(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Resolves when the engine answers; used by the readiness check. */
export async function ping(database: Database): Promise<void> {
  await database.reader.select().from(database.reader.tables.settings).limit(1);
}
