import { sql } from 'drizzle-orm';
import type { Dialect } from './database.ts';

interface Raw {
  all(query: unknown): unknown[];
}

/** FTS5 expression: every word must match by one of its stems. Stems hold letters and digits only. */
const expressionOf = (words: readonly (readonly string[])[]) =>
  words.map((stems) => `(${stems.map((stem) => `"${stem}"*`).join(' OR ')})`).join(' AND ');

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  isUniqueViolation: (error) => hasCode(error, (code) => /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(code)),
  // One transaction at a time writes anyway.
  lock: async () => undefined,
  announce: async () => undefined,
  rows: async <Row>(db: unknown, query: unknown) => (db as Raw).all(query) as Row[],
  expressionOf,
  matches: (expression) =>
    sql`comments.seq IN (SELECT rowid FROM comments_search WHERE comments_search MATCH ${expression})`,
  rank: (expression) =>
    sql`(SELECT rank FROM comments_search WHERE comments_search MATCH ${expression} AND rowid = comments.seq)`,
  instant: (at) => at.getTime(),
};

function hasCode(error: unknown, test: (code: string) => boolean): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code: unknown = 'code' in e ? e.code : undefined;
    if (typeof code === 'string' && test(code)) return true;
  }
  return false;
}
