import type { Db } from './database.ts';

/**
 * Builds a query once per connection, for those that run with every request: building costs more than running. On
 * PostgreSQL each transaction has a connection of its own. Values of placeholders must not be null, except text.
 */
export function preparedOnce<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const known = new WeakMap<Db, Query>();
  return (db) => {
    const found = known.get(db);
    if (found) return found;
    const query = build(db);
    known.set(db, query);
    return query;
  };
}
