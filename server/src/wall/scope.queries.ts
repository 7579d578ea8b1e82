import type { Actor } from '@stammgast/shared/domain/permissions';
import { type SQL, sql } from 'drizzle-orm';

/** Whose channels, and which of them. */
export interface Scope {
  readonly actor: Actor;
  /** One channel instead of all that the actor sees. */
  readonly channelId: string | null;
}

/**
 * The condition that a row belongs to a channel of the scope. The column stands in an expression, so that the index
 * over time comes before that over channels.
 */
export function onChannels(column: SQL, { actor, channelId }: Scope): SQL {
  const seen = actor.channels === 'all' ? sql`1 = 1` : among(column, actor.channels);
  return channelId === null ? seen : sql`(${seen} AND (${column} || '') = ${channelId})`;
}

const among = (column: SQL, ids: readonly string[]): SQL =>
  ids.length === 0 ? sql`1 = 0` : sql`(${column} || '') IN ${[...ids]}`;
