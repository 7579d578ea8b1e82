import { and, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type CommentRow = Db['tables']['comments']['$inferSelect'];
export type NewComment = Db['tables']['comments']['$inferInsert'];
export type AuthorRow = Db['tables']['authors']['$inferSelect'];

/** External ids and texts of those that are stored: cheap to ask, since most comments are new. */
export function textsByExternalId(db: Db, channelId: string, externalIds: readonly string[]) {
  const { comments } = db.tables;
  return db
    .select({ externalId: comments.externalId, body: comments.body })
    .from(comments)
    .where(and(eq(comments.channelId, channelId), inArray(comments.externalId, [...externalIds])));
}

/** Stored comments of a channel by external id. */
export function commentsByExternalId(db: Db, channelId: string, externalIds: readonly string[]): Promise<CommentRow[]> {
  const { comments } = db.tables;
  return db
    .select()
    .from(comments)
    .where(and(eq(comments.channelId, channelId), inArray(comments.externalId, [...externalIds])));
}

export function tombstonesByExternalId(db: Db, channelId: string, externalIds: readonly string[]) {
  const { tombstones } = db.tables;
  return db
    .select()
    .from(tombstones)
    .where(and(eq(tombstones.channelId, channelId), inArray(tombstones.externalId, [...externalIds])));
}

/** Our own answers that the platform knows under these ids. */
export function repliesByExternalId(db: Db, channelId: string, externalIds: readonly string[]) {
  const { replies } = db.tables;
  return db
    .select({ externalId: replies.externalId, threadId: replies.threadId, state: replies.state })
    .from(replies)
    .where(and(eq(replies.channelId, channelId), inArray(replies.externalId, [...externalIds])));
}

export interface NewAuthor {
  readonly id: string;
  readonly channelId: string;
  readonly externalId: string;
  readonly name: string;
  readonly handle: string | null;
  readonly url: string | null;
  readonly own: boolean;
}

/** Inserts or renames authors; gives back all of them with the ids they really have. */
export function upsertAuthors(tx: Db, rows: readonly NewAuthor[]): Promise<AuthorRow[]> {
  const { authors } = tx.tables;
  return tx
    .insert(authors)
    .values([...rows])
    .onConflictDoUpdate({
      target: [authors.channelId, authors.externalId],
      set: { name: sql`excluded.name`, handle: sql`excluded.handle`, url: sql`excluded.url`, own: sql`excluded.own` },
    })
    .returning();
}

export function upsertPosts(
  tx: Db,
  rows: readonly { id: string; channelId: string; externalId: string; title: string; url: string | null }[],
) {
  const { posts } = tx.tables;
  return tx
    .insert(posts)
    .values([...rows])
    .onConflictDoUpdate({
      target: [posts.channelId, posts.externalId],
      set: { title: sql`excluded.title`, url: sql`excluded.url` },
    })
    .returning();
}

/** Threads of stored comments with these external ids. */
export function threadsOfComments(db: Db, channelId: string, externalIds: readonly string[]) {
  const { comments } = db.tables;
  return db
    .select({ externalId: comments.externalId, threadId: comments.threadId })
    .from(comments)
    .where(and(eq(comments.channelId, channelId), inArray(comments.externalId, [...externalIds])));
}

/** Stored comments that answer one of these, although it was not there yet. */
export function childrenOf(db: Db, channelId: string, externalIds: readonly string[]) {
  const { comments } = db.tables;
  return db
    .select({ parentExternalId: comments.parentExternalId, threadId: comments.threadId })
    .from(comments)
    .where(and(eq(comments.channelId, channelId), inArray(comments.parentExternalId, [...externalIds])));
}

/** Root comments of these authors in a stretch of time. */
export function rootsOfAuthors(db: Db, authorIds: readonly string[], from: Date, to: Date) {
  const { comments } = db.tables;
  return db
    .select({
      authorId: comments.authorId,
      postId: comments.postId,
      postedAt: comments.postedAt,
      threadId: comments.threadId,
    })
    .from(comments)
    .where(
      and(
        inArray(comments.authorId, [...authorIds]),
        isNull(comments.parentExternalId),
        gte(comments.postedAt, from),
        lte(comments.postedAt, to),
      ),
    );
}

export async function insertComments(tx: Db, rows: readonly NewComment[]): Promise<void> {
  await tx.insertMany(tx.tables.comments, rows);
}

/** Writes changed comments in one statement, whatever their number. */
export async function saveComments(tx: Db, rows: readonly CommentRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { comments } = tx.tables;
  await tx
    .insert(comments)
    .values([...rows])
    .onConflictDoUpdate({
      target: comments.id,
      set: {
        body: sql`excluded.body`,
        stems: sql`excluded.stems`,
        version: sql`excluded.version`,
        removedVersion: sql`excluded.removed_version`,
        removedAt: sql`excluded.removed_at`,
        editedAt: sql`excluded.edited_at`,
        visibility: sql`excluded.visibility`,
        url: sql`excluded.url`,
        likes: sql`excluded.likes`,
        unsettledAct: sql`excluded.unsettled_act`,
        language: sql`excluded.language`,
        sentiment: sql`excluded.sentiment`,
        sentimentScore: sql`excluded.sentiment_score`,
        confidence: sql`excluded.confidence`,
        evidence: sql`excluded.evidence`,
        topics: sql`excluded.topics`,
        urgency: sql`excluded.urgency`,
        reasons: sql`excluded.reasons`,
        needsAnswer: sql`excluded.needs_answer`,
      },
    });
}

export async function saveTombstones(
  tx: Db,
  rows: readonly (typeof tx.tables.tombstones.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return;
  const { tombstones } = tx.tables;
  await tx
    .insert(tombstones)
    .values([...rows])
    .onConflictDoUpdate({
      target: [tombstones.channelId, tombstones.externalId],
      set: { version: sql`excluded.version`, removedAt: sql`excluded.removed_at` },
    });
}

export async function deleteTombstones(tx: Db, channelId: string, externalIds: readonly string[]): Promise<void> {
  const { tombstones } = tx.tables;
  await tx
    .delete(tombstones)
    .where(and(eq(tombstones.channelId, channelId), inArray(tombstones.externalId, [...externalIds])));
}

export async function setCursor(tx: Db, channelId: string, cursor: string): Promise<void> {
  const { channels } = tx.tables;
  await tx.update(channels).set({ cursor }).where(eq(channels.id, channelId));
}
