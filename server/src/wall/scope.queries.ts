import type { WallScope } from '@stammgast/shared/contract/wall';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** Whose channels, and which of them. */
export interface Scope {
  readonly actor: Actor;
  /** Of these channels instead of all those that the actor sees. */
  readonly only: readonly string[] | null;
}

/** The channels that are asked for, also those that are gone: one, those of a team, or what is both; null: all. */
export async function channelsAskedFor(db: Db, { channel, team }: WallScope): Promise<readonly string[] | null> {
  if (team === undefined) return channel === undefined ? null : [channel];
  const { channels } = db.tables;
  const rows = await db
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.teamId, team), channel === undefined ? undefined : eq(channels.id, channel)))
    .orderBy(asc(channels.id));
  return rows.map(({ id }) => id);
}

/**
 * The condition that a row belongs to a channel of the scope. The column stands in an expression, so that the index
 * over time comes before that over channels.
 */
export function onChannels(column: SQL, { actor, only }: Scope): SQL {
  const ids = actor.channels === 'all' ? only : actor.channels.filter((id) => only === null || only.includes(id));
  return ids === null ? sql`1 = 1` : among(column, ids);
}

const among = (column: SQL, ids: readonly string[]): SQL =>
  ids.length === 0 ? sql`1 = 0` : sql`(${column} || '') IN ${[...ids]}`;
