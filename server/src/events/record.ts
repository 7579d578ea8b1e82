import type { FactKind } from '@stammgast/shared/contract/live';
import type { Db } from '../storage/database.ts';
import { insertEvents } from './events.queries.ts';

export interface NewFact {
  readonly kind: FactKind;
  readonly channelId?: string | null;
  readonly threadId?: string | null;
  /** Who did it; null for the house itself or people outside. */
  readonly personId?: string | null;
  readonly payload?: Record<string, unknown> | null;
}

/** Writes facts in the transaction that makes them true. Call it last: it orders transactions on PostgreSQL. */
export async function record(tx: Db, at: Date, facts: readonly NewFact[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.dialect.lockEvents(tx);
  await insertEvents(tx, at, facts);
  await tx.dialect.announce(tx);
}
