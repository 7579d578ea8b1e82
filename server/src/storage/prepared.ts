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

/** More shapes than a house has; bounded, because an actor's channels are part of them. */
const MOST_SHAPES = 200;

/** The same for queries that come in several shapes: built once per connection and shape. Not for transactions. */
export function preparedByShape<Query>() {
  const connections = new WeakMap<Db, Map<string, Query>>();
  return (db: Db, shape: string, build: () => Query): Query => {
    const known = connections.get(db) ?? new Map<string, Query>();
    connections.set(db, known);
    const found = known.get(shape);
    if (found) return found;
    const query = build();
    const [oldest] = known.keys();
    if (known.size >= MOST_SHAPES && oldest !== undefined) known.delete(oldest);
    known.set(shape, query);
    return query;
  };
}
