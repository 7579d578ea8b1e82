import type { Db } from '../storage/database.ts';
import { insertEvents } from './events.queries.ts';
import type { NewFact } from './fact.ts';

/** Writes facts in the transaction that makes them true. Call it last: it orders transactions on PostgreSQL. */
export async function record(tx: Db, at: Date, facts: readonly NewFact[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.dialect.lock(tx, 'events');
  await insertEvents(tx, at, facts);
  await tx.dialect.announce(tx);
}
