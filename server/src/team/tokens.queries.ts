import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** The channel of a bearer token, unless it was disconnected. Prepared once: every push asks it. */
export function prepareChannelByToken(db: Db): (tokenHash: string) => Promise<string | null> {
  const { channels } = db.tables;
  const prepared = db
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.tokenHash, sql.placeholder('tokenHash')), isNull(channels.removedAt)))
    .prepare('channel_by_token');
  return async (tokenHash) => (await prepared.execute({ tokenHash }))[0]?.id ?? null;
}
