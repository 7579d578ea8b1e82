import { and, count, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type VoiceRow = Db['tables']['voices']['$inferSelect'];

/** What the radar wants to know of comments. */
export function commentsHeard(db: Db, ids: readonly string[]) {
  const { comments } = db.tables;
  return db
    .select({
      id: comments.id,
      channelId: comments.channelId,
      threadId: comments.threadId,
      postId: comments.postId,
      authorId: comments.authorId,
      own: comments.own,
      body: comments.body,
      reasons: comments.reasons,
      topics: comments.topics,
      sentiment: comments.sentiment,
      visibility: comments.visibility,
      postedAt: comments.postedAt,
      receivedAt: comments.receivedAt,
      removedAt: comments.removedAt,
    })
    .from(comments)
    .where(inArray(comments.id, [...ids]));
}
export type HeardComment = Awaited<ReturnType<typeof commentsHeard>>[number];

/** Takes voices out; gives back what they were. */
export function takeVoices(tx: Db, ids: readonly string[]): Promise<VoiceRow[]> {
  const { voices } = tx.tables;
  return tx
    .delete(voices)
    .where(inArray(voices.id, [...ids]))
    .returning();
}

export async function insertVoices(tx: Db, rows: readonly VoiceRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertMany(tx.tables.voices, rows);
}

/** Critical comments by channel, post, topics and hour; read from an index alone. */
export function criticalHours(db: Db, sinceHour: number) {
  const { voices } = db.tables;
  return db
    .select({
      channelId: voices.channelId,
      post: voices.postId,
      topics: voices.topics,
      hour: voices.hour,
      count: count(),
    })
    .from(voices)
    .where(and(eq(voices.critical, true), gte(voices.hour, sinceHour)))
    .groupBy(voices.channelId, voices.postId, voices.topics, voices.hour);
}

/** What was said since then, oldest first. Accounts that are one person speak with one voice. */
export function voicesSince(db: Db, since: Date, kinds: readonly boolean[] = [true, false]) {
  const { voices, authors } = db.tables;
  return db
    .select({
      channelId: voices.channelId,
      threadId: voices.threadId,
      post: voices.postId,
      topics: voices.topics,
      author: sql<string>`coalesce(${authors.personKey}, ${authors.id})`,
      at: voices.at,
      hour: voices.hour,
      critical: voices.critical,
      press: voices.press,
      aroused: voices.aroused,
    })
    .from(voices)
    .innerJoin(authors, eq(authors.id, voices.authorId))
    .where(
      and(
        inArray(voices.critical, [...kinds]),
        gte(voices.hour, Math.floor(since.getTime() / 3_600_000)),
        gte(voices.at, since),
      ),
    )
    .orderBy(voices.at);
}
export type SpokenVoice = Awaited<ReturnType<typeof voicesSince>>[number];

export async function forgetVoices(tx: Db, beforeHour: number): Promise<void> {
  const { voices } = tx.tables;
  await tx.delete(voices).where(and(inArray(voices.critical, [true, false]), lt(voices.hour, beforeHour)));
}
