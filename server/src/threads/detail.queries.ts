import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type CommentRecord = Awaited<ReturnType<typeof commentsOfThread>>[number];

const MOST_COMMENTS = 1000;

/** Comments of a thread with authors, oldest first. Of very many the newest: what was said last waits for us. */
export async function commentsOfThread(db: Db, threadId: string) {
  const { comments, authors, replies } = db.tables;
  const rows = await db
    .select({
      comment: comments,
      author: { id: authors.id, name: authors.name, handle: authors.handle, url: authors.url, own: authors.own },
    })
    .from(comments)
    .innerJoin(authors, eq(authors.id, comments.authorId))
    // An answer that came back before it was known as ours stands among the answers already.
    .leftJoin(replies, and(eq(replies.channelId, comments.channelId), eq(replies.externalId, comments.externalId)))
    .where(and(eq(comments.threadId, threadId), isNull(replies.id)))
    .orderBy(desc(comments.postedAt), desc(comments.id))
    .limit(MOST_COMMENTS);
  const idOf = new Map(rows.map((row) => [row.comment.externalId, row.comment.id]));
  return rows.toReversed().map((row) => ({ ...row, parentId: idOf.get(row.comment.parentExternalId ?? '') ?? null }));
}

/** The comment of its thread that this one answers. */
export async function parentIdOf(
  db: Db,
  { channelId, threadId, parentExternalId }: CommentRecord['comment'],
): Promise<string | null> {
  if (parentExternalId === null) return null;
  const { comments } = db.tables;
  const isParent = and(eq(comments.channelId, channelId), eq(comments.externalId, parentExternalId));
  const [row] = await db
    .select({ id: comments.id })
    .from(comments)
    .where(and(isParent, eq(comments.threadId, threadId)));
  return row?.id ?? null;
}

/** A comment with the channel and thread it belongs to. */
export async function commentById(db: Db, commentId: string) {
  const { comments, authors } = db.tables;
  const [row] = await db
    .select({
      comment: comments,
      author: { id: authors.id, name: authors.name, handle: authors.handle, url: authors.url, own: authors.own },
    })
    .from(comments)
    .innerJoin(authors, eq(authors.id, comments.authorId))
    .where(eq(comments.id, commentId));
  return row ?? null;
}

export async function changeComment(
  tx: Db,
  commentId: string,
  change: Partial<Db['tables']['comments']['$inferInsert']>,
): Promise<void> {
  const { comments } = tx.tables;
  await tx.update(comments).set(change).where(eq(comments.id, commentId));
}

export async function insertCorrections(
  tx: Db,
  rows: readonly Db['tables']['corrections']['$inferInsert'][],
): Promise<void> {
  if (rows.length > 0) await tx.insert(tx.tables.corrections).values([...rows]);
}

export async function notesOfThread(db: Db, threadId: string) {
  const { mentions, notes, people } = db.tables;
  const mentioned = await db
    .select({ noteId: mentions.noteId, personId: mentions.personId })
    .from(mentions)
    .where(eq(mentions.threadId, threadId));
  const whom = Map.groupBy(mentioned, (one) => one.noteId);
  const rows = await db
    .select({
      id: notes.id,
      personId: notes.personId,
      personName: people.name,
      body: notes.body,
      createdAt: notes.createdAt,
    })
    .from(notes)
    .innerJoin(people, eq(people.id, notes.personId))
    .where(eq(notes.threadId, threadId))
    .orderBy(asc(notes.createdAt), asc(notes.id));
  return rows.map((note) => ({ ...note, mentions: (whom.get(note.id) ?? []).map((one) => one.personId) }));
}

export async function insertNote(tx: Db, note: Db['tables']['notes']['$inferInsert']): Promise<void> {
  await tx.insert(tx.tables.notes).values(note);
}

export async function insertMentions(tx: Db, rows: readonly Db['tables']['mentions']['$inferInsert'][]): Promise<void> {
  if (rows.length > 0) await tx.insert(tx.tables.mentions).values([...rows]);
}

export async function postById(db: Db, postId: string) {
  const { posts } = db.tables;
  const [row] = await db.select({ title: posts.title, url: posts.url }).from(posts).where(eq(posts.id, postId));
  return row ?? null;
}

export async function channelById(db: Db, channelId: string) {
  const { channels } = db.tables;
  const [row] = await db.select().from(channels).where(eq(channels.id, channelId));
  return row ?? null;
}

/** Do all of these people belong to the channel: active, and members or administrators? */
export async function belongTo(db: Db, personIds: readonly string[], channelId: string): Promise<boolean> {
  if (personIds.length === 0) return true;
  const { people, memberships } = db.tables;
  const rows = await db
    .select({ role: people.role, member: memberships.id })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.channelId, channelId)))
    .where(and(inArray(people.id, [...personIds]), eq(people.active, true)));
  return rows.filter((row) => row.role === 'admin' || row.member !== null).length === personIds.length;
}

export const worksOn = (db: Db, personId: string, channelId: string): Promise<boolean> =>
  belongTo(db, [personId], channelId);
