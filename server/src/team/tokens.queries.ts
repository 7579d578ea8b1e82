import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** The channel of a bearer token, unless it was disconnected. */
export async function channelByToken(db: Db, tokenHash: string): Promise<string | null> {
  const { channels } = db.tables;
  const [row] = await db
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.tokenHash, tokenHash), isNull(channels.removedAt)))
    .limit(1);
  return row?.id ?? null;
}
