import { sql } from 'drizzle-orm';
import { type Expression, writeExpression } from '../text/expression.ts';
import type { Dialect } from './database.ts';

export const FACTS_CHANNEL = 'stammgast_facts';
/** What is announced, where it is not facts. */
export const PRESENCE = 'presence';

interface Raw {
  execute(query: unknown): Promise<{ rows: unknown[] }>;
}

/** tsquery text. */
const written = (expression: Expression) =>
  writeExpression(expression, {
    and: ' & ',
    or: ' | ',
    prefix: (stem) => `'${stem}':*`,
    phrase: (stems) => `(${stems.map((stem) => `'${stem}'`).join(' <-> ')})`,
  });

/** The index of texts has to gather all matches before it gives the first: IS TRUE keeps the engine from it. */
const matches: Dialect['matches'] = (expression, common) => {
  const found = sql`comments.search @@ to_tsquery('simple', ${expression})`;
  return common ? sql`(${found}) IS TRUE` : found;
};

export const postgresDialect: Dialect = {
  name: 'postgres',
  isUniqueViolation(error) {
    for (let e = error; e instanceof Error; e = e.cause) if ('code' in e && e.code === '23505') return true;
    return false;
  },
  async lock(db, name) {
    await (db as unknown as Raw).execute(sql`SELECT pg_advisory_xact_lock(7827, hashtext(${name}))`);
  },
  async announce(db) {
    await (db as unknown as Raw).execute(sql`SELECT pg_notify(${FACTS_CHANNEL}, '')`);
  },
  async announcePresence(db) {
    await (db as unknown as Raw).execute(sql`SELECT pg_notify(${FACTS_CHANNEL}, ${PRESENCE})`);
  },
  rows: async <Row>(db: unknown, query: unknown) => (await (db as Raw).execute(query)).rows as Row[],
  written,
  // ts_rank's 1: a word counts more in a short comment, as it does on SQLite. Matches of common words are met soon from
  // the newest on; for others + keeps the engine from walking through all comments.
  newestMatches: (expression, among, limit, common) => sql`
    SELECT comments.id, comments.thread_id, -ts_rank(comments.search, to_tsquery('simple', ${expression}), 1) AS rank
    FROM comments
    WHERE ${matches(expression, common)} AND ${among ?? sql`1 = 1`}
    ORDER BY ${common ? sql`comments.seq` : sql`comments.seq + 0`} DESC LIMIT ${limit}`,
  matchesUpTo: (expression, limit) => sql`
    SELECT seq FROM comments WHERE search @@ to_tsquery('simple', ${expression}) LIMIT ${limit}`,
  matches,
  later: (instant, ms) => sql`${instant} + ${`${ms} milliseconds`}::interval`,
  instant: (at) => at,
};
