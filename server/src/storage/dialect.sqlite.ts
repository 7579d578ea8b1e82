import { sql } from 'drizzle-orm';
import { type Expression, writeExpression } from '../text/expression.ts';
import type { Dialect } from './database.ts';

interface Raw {
  all(query: unknown): unknown[];
}

/** FTS5 expression. */
const written = (expression: Expression) =>
  writeExpression(expression, {
    and: ' AND ',
    or: ' OR ',
    prefix: (stem) => `"${stem}"*`,
    phrase: (stems) => `"${stems.join(' ')}"`,
  });

/** Newest first. Of words that are everywhere more matches than this would hold the house up. */
const MOST_MATCHES = 100_000;
const matchesUpTo = (expression: unknown, limit: number) => sql`
    SELECT rowid FROM comments_search WHERE comments_search MATCH ${expression}
    ORDER BY rowid DESC LIMIT ${limit}`;

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  isUniqueViolation: (error) => hasCode(error, (code) => /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(code)),
  // One transaction at a time writes anyway.
  lock: async () => undefined,
  announce: async () => undefined,
  announcePresence: async () => undefined,
  rows: async <Row>(db: unknown, query: unknown) => (db as Raw).all(query) as Row[],
  written,
  // CROSS keeps the order of the join: the index is walked from its newest entry on and left after `limit` hits.
  newestMatches: (expression, among, limit) => sql`
    SELECT comments.id, comments.thread_id, comments_search.rank AS rank
    FROM comments_search CROSS JOIN comments ON comments.seq = comments_search.rowid
    WHERE comments_search MATCH ${expression} AND ${among ?? sql`1 = 1`}
    ORDER BY comments_search.rowid DESC LIMIT ${limit}`,
  matchesUpTo,
  // The list is made once; + keeps the engine from walking it for every thread.
  matches: (expression) => sql`+comments.seq IN (${matchesUpTo(expression, MOST_MATCHES)})`,
  later: (instant, ms) => sql`${instant} + ${ms}`,
  instant: (at) => at.getTime(),
};

function hasCode(error: unknown, test: (code: string) => boolean): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code: unknown = 'code' in e ? e.code : undefined;
    if (typeof code === 'string' && test(code)) return true;
  }
  return false;
}
