import type { ReplyState } from '@stammgast/shared/domain/reply-status';
import { replyStates } from '@stammgast/shared/domain/reply-status';
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, notInArray, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { preparedOnce } from '../storage/prepared.ts';
import { aboutComment, publicReplies } from './answerable.queries.ts';

export type ReplyRow = Db['tables']['replies']['$inferSelect'];
export type NewReply = Db['tables']['replies']['$inferInsert'];

const { placeholder } = sql;

export async function replyById(db: Db, id: string): Promise<ReplyRow | null> {
  const { replies } = db.tables;
  const [row] = await db.select().from(replies).where(eq(replies.id, id));
  return row ?? null;
}

/** Was an answer sent with this key, and not taken back? */
export async function isSentWith(db: Db, personId: string, idempotencyKey: string): Promise<boolean> {
  const { replies } = db.tables;
  const rows = await db
    .select({ id: replies.id })
    .from(replies)
    .where(and(eq(replies.personId, personId), eq(replies.idempotencyKey, idempotencyKey), ne(replies.state, 'draft')));
  return rows.length > 0;
}

const insertHeldQuery = preparedOnce((tx) =>
  tx
    .insert(tx.tables.replies)
    .values({
      id: placeholder('id'),
      threadId: placeholder('threadId'),
      channelId: placeholder('channelId'),
      commentId: placeholder('commentId'),
      personId: placeholder('personId'),
      body: placeholder('body'),
      state: placeholder('state'),
      openFor: placeholder('openFor'),
      idempotencyKey: placeholder('idempotencyKey'),
      resolve: placeholder('resolve'),
      holdUntil: placeholder('holdUntil'),
      openUrl: placeholder('openUrl'),
      snippetId: placeholder('snippetId'),
      confirmed: placeholder('confirmed'),
      createdAt: placeholder('createdAt'),
    })
    .prepare('insert_held_reply'),
);

/** A new answer: nothing has happened to it yet. */
export async function insertReply(tx: Db, row: ReplyRow): Promise<void> {
  // Placeholders take no null for times.
  if (row.holdUntil) await insertHeldQuery(tx).execute({ ...row });
  else await tx.insert(tx.tables.replies).values(row);
}

const showStateQuery = preparedOnce((tx) => {
  const { threads } = tx.tables;
  return tx
    .update(threads)
    .set({ replyState: sql`${placeholder('state')}`, version: sql`${threads.version} + 1` })
    .where(eq(threads.id, placeholder('threadId')))
    .returning({ id: threads.id })
    .prepare('show_reply_state');
});

const showStateAtQuery = preparedOnce((tx) => {
  const { threads } = tx.tables;
  return tx
    .update(threads)
    .set({ replyState: sql`${placeholder('state')}`, version: sql`${threads.version} + 1` })
    .where(and(eq(threads.id, placeholder('threadId')), eq(threads.version, placeholder('version'))))
    .returning({ id: threads.id })
    .prepare('show_reply_state_at');
});

/** The same, if nothing at all has happened to the thread since it was read. */
export async function showReplyStateAt(tx: Db, threadId: string, state: ReplyState, version: number): Promise<boolean> {
  const rows = await showStateAtQuery(tx).execute({ threadId, state, version });
  return rows.length > 0;
}

/** The thread's row tells of its newest answer. False when the thread has become part of another meanwhile. */
export async function showReplyState(tx: Db, threadId: string, state: ReplyState | null): Promise<boolean> {
  const rows = await showStateQuery(tx).execute({ threadId, state });
  return rows.length > 0;
}

/** An answer with all that is needed to send it. Null: no such answer. */
export async function findOutgoing(db: Db, replyId: string) {
  const { replies, channels, comments, authors, posts, people } = db.tables;
  const [row] = await db
    .select({
      reply: replies,
      personName: people.name,
      personActive: people.active,
      channel: channels,
      comment: aboutComment(db),
      authorName: authors.name,
      authorHandle: authors.handle,
      publicReplies: publicReplies(replies.threadId),
      post: { externalId: posts.externalId, url: posts.url },
    })
    .from(replies)
    .innerJoin(channels, eq(channels.id, replies.channelId))
    .innerJoin(comments, eq(comments.id, replies.commentId))
    .innerJoin(authors, eq(authors.id, comments.authorId))
    .leftJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(people, eq(people.id, replies.personId))
    .where(eq(replies.id, replyId));
  return row ?? null;
}
export type Outgoing = NonNullable<Awaited<ReturnType<typeof findOutgoing>>>;

/** Compare-and-set on state and version; null when somebody was faster. */
export async function saveReply(tx: Db, was: ReplyRow, change: Partial<NewReply>): Promise<ReplyRow | null> {
  const { replies } = tx.tables;
  const [row] = await tx
    .update(replies)
    .set({ ...change, version: was.version + 1 })
    .where(and(eq(replies.id, was.id), eq(replies.state, was.state), eq(replies.version, was.version)))
    .returning();
  return row ?? null;
}

const settled: readonly ReplyState[] = ['published', 'draft'];

/** State of the newest answer that is not yet public; null when there is none. */
export async function newestOpenState(db: Db, threadId: string): Promise<ReplyState | null> {
  const { replies } = db.tables;
  const [row] = await db
    .select({ state: replies.state })
    .from(replies)
    .where(and(eq(replies.threadId, threadId), notInArray(replies.state, [...settled])))
    .orderBy(desc(replies.createdAt), desc(replies.id))
    .limit(1);
  return row?.state ?? null;
}

export async function openReplyId(db: Db, commentId: string): Promise<string | null> {
  const { replies } = db.tables;
  const [row] = await db.select({ id: replies.id }).from(replies).where(eq(replies.openFor, commentId));
  return row?.id ?? null;
}

/** When answers to the same comment that were given up had gone out for the first time, with their words. */
export async function givenUpClaims(db: Db, reply: ReplyRow): Promise<{ body: string; claimedAt: Date | null }[]> {
  const { replies } = db.tables;
  return db
    .select({ body: replies.body, claimedAt: replies.claimedAt })
    .from(replies)
    .where(
      and(
        eq(replies.threadId, reply.threadId),
        eq(replies.commentId, reply.commentId),
        inArray(replies.state, ['failed', 'draft']),
        isNotNull(replies.claimedAt),
      ),
    )
    .orderBy(asc(replies.claimedAt));
}

export function repliesWithPeople(db: Db, threadId: string) {
  const { replies, people } = db.tables;
  return db
    .select({ reply: replies, personName: people.name })
    .from(replies)
    .leftJoin(people, eq(people.id, replies.personId))
    .where(eq(replies.threadId, threadId))
    .orderBy(asc(replies.createdAt), asc(replies.id));
}

/** Answers that the other side has to fetch and publish, oldest first. */
export function repliesAwaitingFetch(db: Db, channelId: string, limit: number) {
  const { replies, comments, posts } = db.tables;
  return db
    .select({
      id: replies.id,
      body: replies.body,
      createdAt: replies.createdAt,
      commentExternalId: comments.externalId,
      postExternalId: posts.externalId,
    })
    .from(replies)
    .innerJoin(comments, eq(comments.id, replies.commentId))
    .leftJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(replies.channelId, channelId), eq(replies.state, 'accepted'), isNull(replies.externalId)))
    .orderBy(asc(replies.createdAt), asc(replies.id))
    .limit(limit);
}

/** Answers that a comment of our own may be the echo of: known by its id, or not settled under the same parent. */
export async function echoCandidates(
  db: Db,
  echo: { channelId: string; externalId: string; parentExternalId: string | null },
): Promise<ReplyRow[]> {
  const { replies, comments } = db.tables;
  const unsettled = replyStates.filter((state) => !settled.includes(state));
  const known = await db
    .select()
    .from(replies)
    .where(and(eq(replies.channelId, echo.channelId), eq(replies.externalId, echo.externalId)));
  if (known.length > 0 || echo.parentExternalId === null) return known;
  const rows = await db
    .select({ reply: replies })
    .from(replies)
    .innerJoin(comments, eq(comments.id, replies.commentId))
    .where(
      and(
        eq(replies.channelId, echo.channelId),
        inArray(replies.state, unsettled),
        isNull(replies.externalId),
        eq(comments.externalId, echo.parentExternalId),
      ),
    )
    .orderBy(asc(replies.createdAt));
  return rows.map((row) => row.reply);
}

/** Which of these threads have an answer of ours that everybody can read. */
export async function publiclyAnswered(db: Db, threadIds: readonly string[]): Promise<Set<string>> {
  const { replies } = db.tables;
  const rows = await db
    .selectDistinct({ threadId: replies.threadId })
    .from(replies)
    .where(and(inArray(replies.threadId, [...threadIds]), eq(replies.state, 'published')));
  return new Set(rows.map((row) => row.threadId));
}

/** Texts of the newest answers that everybody can read. */
export async function publicTexts(db: Db, channelId: string, limit: number): Promise<string[]> {
  const { replies } = db.tables;
  const rows = await db
    .select({ body: replies.body })
    .from(replies)
    .where(and(eq(replies.channelId, channelId), eq(replies.state, 'published')))
    .orderBy(desc(replies.createdAt))
    .limit(limit);
  return rows.map((row) => row.body);
}

/** Answers of a channel that wait for a second person. */
export function waitingReplies(db: Db, channelId: string): Promise<ReplyRow[]> {
  const { replies } = db.tables;
  return db
    .select()
    .from(replies)
    .where(and(eq(replies.channelId, channelId), eq(replies.state, 'awaiting-approval')));
}
