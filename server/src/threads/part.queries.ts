import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { NewId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import { insertPartings, partingsOf } from './partings.queries.ts';

/** Everything that was said in a thread, by whom and in answer to what. */
export async function branchesOf(db: Db, threadId: string) {
  const { comments, replies } = db.tables;
  return {
    comments: await db
      .select({
        id: comments.id,
        externalId: comments.externalId,
        parentExternalId: comments.parentExternalId,
        own: comments.own,
        postId: comments.postId,
      })
      .from(comments)
      .where(eq(comments.threadId, threadId)),
    replies: await db
      .select({
        id: replies.id,
        commentId: replies.commentId,
        externalId: replies.externalId,
        state: replies.state,
        publishedAt: replies.publishedAt,
      })
      .from(replies)
      .where(eq(replies.threadId, threadId)),
  };
}

/** When we answered in public. */
export function publicAnswers(db: Db, threadIds: readonly string[]) {
  const { replies } = db.tables;
  return db
    .select({ threadId: replies.threadId, publishedAt: replies.publishedAt })
    .from(replies)
    .where(and(inArray(replies.threadId, [...threadIds]), isNotNull(replies.publishedAt)));
}

export interface Moving {
  readonly from: string;
  readonly to: string;
  readonly commentIds: readonly string[];
  readonly replyIds: readonly string[];
  readonly noteIds: readonly string[];
}

/** Comments and answers change threads with everything that hangs on them. */
export async function movePart(tx: Db, { from, to, ...part }: Moving): Promise<void> {
  const { comments, replies, approvals, promises, guestLinks, moderations, drafts, notes, mentions, voices } =
    tx.tables;
  const { reviewSamples, examples } = tx.tables;
  const [commentIds, replyIds, noteIds] = [[...part.commentIds], [...part.replyIds], [...part.noteIds]];
  const there = { threadId: to };
  await tx.update(comments).set(there).where(inArray(comments.id, commentIds));
  await tx.update(voices).set(there).where(inArray(voices.id, commentIds));
  await tx.update(replies).set(there).where(inArray(replies.id, replyIds));
  await tx.update(approvals).set(there).where(inArray(approvals.replyId, replyIds));
  await tx.update(reviewSamples).set(there).where(inArray(reviewSamples.replyId, replyIds));
  await tx.update(examples).set(there).where(inArray(examples.replyId, replyIds));
  await tx.update(promises).set(there).where(inArray(promises.replyId, replyIds));
  await tx
    .update(guestLinks)
    .set(there)
    .where(or(inArray(guestLinks.commentId, commentIds), inArray(guestLinks.replyId, replyIds)));
  await tx.update(moderations).set(there).where(inArray(moderations.commentId, commentIds));
  await tx
    .update(drafts)
    .set(there)
    .where(and(eq(drafts.threadId, from), inArray(drafts.commentId, commentIds)));
  if (noteIds.length === 0) return;
  await tx
    .update(notes)
    .set(there)
    .where(and(eq(notes.threadId, from), inArray(notes.id, noteIds)));
  await tx
    .update(mentions)
    .set(there)
    .where(and(eq(mentions.threadId, from), inArray(mentions.noteId, noteIds)));
}

/** The new thread is found by the same tags and incidents, and is as read as the one that it was a part of. */
export async function copyMarks(tx: Db, from: string, to: string, newId: NewId): Promise<void> {
  const { threadTags, reads, incidentThreads } = tx.tables;
  const tags = await tx.select().from(threadTags).where(eq(threadTags.threadId, from));
  if (tags.length > 0)
    await tx.insert(threadTags).values(tags.map(({ tagId }) => ({ id: newId(), tagId, threadId: to })));
  const read = await tx.select().from(reads).where(eq(reads.threadId, from));
  if (read.length > 0)
    await tx
      .insert(reads)
      .values(read.map(({ personId, readAt }) => ({ id: newId(), personId, readAt, threadId: to })));
  const incidents = await tx.select().from(incidentThreads).where(eq(incidentThreads.threadId, from));
  if (incidents.length > 0)
    await tx.insert(incidentThreads).values(incidents.map((row) => ({ ...row, id: newId(), threadId: to })));
}

/** These two stay apart, and the new one also from everything that the old one is parted from. */
export async function partThreads(
  tx: Db,
  { from, to, personId, at }: { from: string; to: string; personId: string; at: Date },
  newId: NewId,
): Promise<void> {
  const others = (await partingsOf(tx, [from])).map((row) =>
    row.threadId === from ? row.otherThreadId : row.threadId,
  );
  const apart = [...new Set([from, ...others])];
  await insertPartings(
    tx,
    apart.map((otherThreadId) => ({ id: newId(), threadId: to, otherThreadId, personId, at })),
  );
}

/** The earliest confirmed promise of a thread that is still to be kept. */
export async function firstPromise(db: Db, threadId: string): Promise<Date | null> {
  const { promises } = db.tables;
  const open = await db
    .select({ dueAt: promises.dueAt })
    .from(promises)
    .where(and(eq(promises.threadId, threadId), eq(promises.state, 'open')));
  return open.reduce<Date | null>((first, { dueAt }) => (first && first < dueAt ? first : dueAt), null);
}
