import type { SQL } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
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
  /** Rows of a hand-written query, for the few that the builder cannot say on both engines. */
  rows<Row>(db: Db, query: SQL): Promise<Row[]>;
  /**
   * Condition on comments that match all words; each word is a list of alternative stems, matched by prefix.
   * See text/stems.ts.
   */
  matches(words: readonly (readonly string[])[]): SQL;
  /** How well a comment matches: smaller is better. */
  rank(words: readonly (readonly string[])[]): SQL;
}

/** What the rest of the server knows of storage. */
export interface Database {
  readonly dialect: Dialect['name'];
  /** Reads outside a transaction: sees what is committed. */
  readonly reader: Db;
  /**
   * All writes. Rolls back when the function throws; durable when it resolves. Never await the network inside.
   * On SQLite, waiting transactions may share one commit; each keeps its own rollback.
   */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** Calls back soon after facts were committed, by this process or another node. Returns the way to stop. */
  onFacts(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Resolves when the engine answers; used by the readiness check. */
export async function ping(database: Database): Promise<void> {
  await database.reader.select().from(database.reader.tables.settings).limit(1);
}
