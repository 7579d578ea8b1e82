import { and, asc, count, desc, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type ChannelRow = Db['tables']['channels']['$inferSelect'];
export type NewChannel = Db['tables']['channels']['$inferInsert'];

/** Connected channels by name; `ids` are those that the person may see. */
export function connectedChannels(db: Db, ids: readonly string[] | 'all'): Promise<ChannelRow[]> {
  const { channels } = db.tables;
  const visible = ids === 'all' ? undefined : inArray(channels.id, [...ids]);
  return db
    .select()
    .from(channels)
    .where(and(isNull(channels.removedAt), visible))
    .orderBy(asc(channels.name), asc(channels.id));
}

/** Names and platforms, also of channels that were disconnected. */
export function channelNames(db: Db, ids: readonly string[]) {
  const { channels } = db.tables;
  return db
    .select({ id: channels.id, name: channels.name, platform: channels.platform })
    .from(channels)
    .where(inArray(channels.id, [...ids]));
}

/** null also for a channel that was disconnected. */
export async function connectedChannel(db: Db, id: string): Promise<ChannelRow | null> {
  const { channels } = db.tables;
  const [row] = await db
    .select()
    .from(channels)
    .where(and(eq(channels.id, id), isNull(channels.removedAt)));
  return row ?? null;
}

/** Prepared once: every push asks for its channel. */
export function prepareConnectedChannel(db: Db): (id: string) => Promise<ChannelRow | null> {
  const { channels } = db.tables;
  const prepared = db
    .select()
    .from(channels)
    .where(and(eq(channels.id, sql.placeholder('id')), isNull(channels.removedAt)))
    .prepare('connected_channel');
  return async (id) => (await prepared.execute({ id }))[0] ?? null;
}

export async function insertChannel(tx: Db, row: NewChannel): Promise<ChannelRow> {
  const [inserted] = await tx.insert(tx.tables.channels).values(row).returning();
  return inserted as ChannelRow;
}

/** null when the channel was disconnected meanwhile. */
export async function updateChannel(tx: Db, id: string, change: Partial<NewChannel>): Promise<ChannelRow | null> {
  const { channels } = tx.tables;
  const [row] = await tx
    .update(channels)
    .set(change)
    .where(and(eq(channels.id, id), isNull(channels.removedAt)))
    .returning();
  return row ?? null;
}

export interface Activity {
  readonly comments: number;
  readonly lastCommentAt: Date | null;
}

/** What was said on these channels: how many comments since then, and when the last one. One query each for all. */
export async function activityOf(db: Db, ids: readonly string[], since: Date): Promise<Map<string, Activity>> {
  if (ids.length === 0) return new Map();
  const { channels, comments } = db.tables;
  const counted = await db
    .select({ channelId: comments.channelId, comments: count() })
    .from(comments)
    .where(and(inArray(comments.channelId, [...ids]), gte(comments.postedAt, since), eq(comments.own, false)))
    .groupBy(comments.channelId);
  const newest = db
    .select({ at: comments.postedAt })
    .from(comments)
    .where(eq(comments.channelId, channels.id))
    .orderBy(desc(comments.postedAt))
    .limit(1);
  const latest = await db
    .select({ id: channels.id, at: sql`(${newest})`.mapWith(comments.postedAt) })
    .from(channels)
    .where(inArray(channels.id, [...ids]));
  const counts = new Map(counted.map((row) => [row.channelId, row.comments]));
  return new Map(latest.map((row) => [row.id, { comments: counts.get(row.id) ?? 0, lastCommentAt: row.at ?? null }]));
}

/** The newest comments of threads that are not closed: whoever edits or deletes one of them should be noticed. */
export async function watchedComments(db: Db, channelId: string, limit: number): Promise<{ externalId: string }[]> {
  const { comments, threads } = db.tables;
  return db
    .select({ externalId: comments.externalId })
    .from(threads)
    .innerJoin(comments, eq(comments.threadId, threads.id))
    .where(
      and(eq(threads.channelId, channelId), inArray(threads.status, ['open', 'waiting']), isNull(comments.removedAt)),
    )
    .orderBy(desc(comments.postedAt))
    .limit(limit);
}

/** Keys of the jobs of a kind that wait or run. */
export async function livingJobs(db: Db, kind: string): Promise<string[]> {
  const { jobs } = db.tables;
  const rows = await db
    .select({ key: jobs.uniqueKey })
    .from(jobs)
    .where(and(eq(jobs.kind, kind), ne(jobs.state, 'dead')));
  return rows.map((row) => row.key);
}
