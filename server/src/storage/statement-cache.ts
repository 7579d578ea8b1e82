import type { Database as Connection, Statement } from 'better-sqlite3';

/** More than the texts that the server has; bounded, because lists in a query make new texts. */
const MOST = 500;

/**
 * The part of a connection that Drizzle uses. Statements are compiled once per text: compiling costs more than running.
 */
export function withStatementCache(connection: Connection): Connection {
  const known = new Map<string, Statement>();
  const prepare = (text: string): Statement => {
    const found = known.get(text);
    // Drizzle switches to rows as arrays where it wants them.
    if (found) return found.reader ? found.raw(false) : found;
    const statement = connection.prepare(text);
    const [oldest] = known.keys();
    if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
    known.set(text, statement);
    return statement;
  };
  return { prepare } as unknown as Connection;
}
