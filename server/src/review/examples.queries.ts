import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { onTheirs, type Place } from './samples.queries.ts';

type StoredExample = Db['tables']['examples']['$inferSelect'];

/** Asked once for each answer, however many reviewers propose it: false for all but the first. */
export async function proposeExample(tx: Db, row: StoredExample): Promise<boolean> {
  const { examples } = tx.tables;
  const rows = await tx.insert(examples).values(row).onConflictDoNothing().returning({ id: examples.id });
  return rows.length > 0;
}

export async function exampleById(db: Db, id: string): Promise<StoredExample | null> {
  const { examples } = db.tables;
  const [row] = await db.select().from(examples).where(eq(examples.id, id));
  return row ?? null;
}

export async function exampleOf(db: Db, replyId: string): Promise<StoredExample | null> {
  const { examples } = db.tables;
  const [row] = await db.select().from(examples).where(eq(examples.replyId, replyId));
  return row ?? null;
}

export async function changeConsent(
  tx: Db,
  id: string,
  change: Pick<StoredExample, 'consent' | 'changedAt'>,
): Promise<void> {
  const { examples } = tx.tables;
  await tx.update(examples).set(change).where(eq(examples.id, id));
}

/** With their authors' consent, newest first. */
export function agreedExamples(db: Db, actor: Actor, after: Place | null, limit: number) {
  const { examples, threads, channels, authors, replies, comments, people } = db.tables;
  const { changedAt, id } = examples;
  const rest = after && or(lt(changedAt, after.at), and(eq(changedAt, after.at), lt(id, after.id)));
  return db
    .select({
      id,
      at: changedAt,
      threadId: threads.id,
      number: threads.number,
      channelId: channels.id,
      channelName: channels.name,
      platform: channels.platform,
      guestName: authors.name,
      comment: comments.body,
      commentGoneAt: comments.removedAt,
      language: comments.language,
      answer: replies.body,
      authorName: people.name,
      topics: threads.topics,
    })
    .from(examples)
    .innerJoin(threads, eq(threads.id, examples.threadId))
    .innerJoin(channels, eq(channels.id, examples.channelId))
    .innerJoin(authors, eq(authors.id, threads.authorId))
    .innerJoin(replies, and(eq(replies.id, examples.replyId), eq(replies.state, 'published')))
    .innerJoin(people, eq(people.id, examples.authorId))
    .leftJoin(comments, eq(comments.id, replies.commentId))
    .where(and(eq(examples.consent, 'given'), onTheirs(actor, examples.channelId), rest ?? undefined))
    .orderBy(desc(changedAt), desc(id))
    .limit(limit);
}
