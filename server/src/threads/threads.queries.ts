import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import type { CommentFacts } from './summary.ts';

export type ThreadRecord = Db['tables']['threads']['$inferSelect'];
export type NewThread = Db['tables']['threads']['$inferInsert'];

export function threadsById(db: Db, ids: readonly string[]): Promise<ThreadRecord[]> {
  const { threads } = db.tables;
  return db
    .select()
    .from(threads)
    .where(inArray(threads.id, [...ids]));
}

/** The parts of comments that rows of the queue are made of, for whole threads or since a moment. */
export async function commentFacts(
  db: Db,
  threadIds: readonly string[],
  receivedAfter?: Date,
): Promise<(CommentFacts & { threadId: string })[]> {
  const { comments: c } = db.tables;
  return db
    .select({
      threadId: c.threadId,
      externalId: c.externalId,
      authorId: c.authorId,
      own: c.own,
      body: sql<string>`substr(${c.body}, 1, 500)`,
      visibility: c.visibility,
      removedAt: c.removedAt,
      postedAt: c.postedAt,
      language: c.language,
      sentiment: c.sentiment,
      topics: c.topics,
      urgency: c.urgency,
      needsAnswer: c.needsAnswer,
    })
    .from(c)
    .where(and(inArray(c.threadId, [...threadIds]), receivedAfter && gt(c.receivedAt, receivedAfter)));
}

export async function insertThreads(tx: Db, rows: readonly NewThread[]): Promise<void> {
  await tx.insertMany(tx.tables.threads, rows);
}

/** Writes changed threads in one statement, whatever their number. */
export async function saveThreads(tx: Db, rows: readonly ThreadRecord[]): Promise<void> {
  const { threads } = tx.tables;
  await tx
    .insert(threads)
    .values([...rows])
    .onConflictDoUpdate({
      target: threads.id,
      set: {
        authorId: sql`excluded.author_id`,
        status: sql`excluded.status`,
        resolvedReason: sql`excluded.resolved_reason`,
        resolvedBy: sql`excluded.resolved_by`,
        resolvedAt: sql`excluded.resolved_at`,
        excerpt: sql`excluded.excerpt`,
        language: sql`excluded.language`,
        sentiment: sql`excluded.sentiment`,
        topics: sql`excluded.topics`,
        urgency: sql`excluded.urgency`,
        needsAnswer: sql`excluded.needs_answer`,
        comments: sql`excluded.comments`,
        said: sql`excluded.said`,
        openedAt: sql`excluded.opened_at`,
        lastActivityAt: sql`excluded.last_activity_at`,
        version: sql`${threads.version} + 1`,
      },
    });
}

/** Ends whatever is still at work on a channel; tells which threads that were. */
export async function resolveChannelThreads(
  tx: Db,
  channelId: string,
  resolution: Pick<NewThread, 'resolvedReason' | 'resolvedBy' | 'resolvedAt'>,
): Promise<string[]> {
  const { threads } = tx.tables;
  const rows = await tx
    .update(threads)
    .set({ ...resolution, status: 'resolved', version: sql`${threads.version} + 1` })
    .where(and(eq(threads.channelId, channelId), inArray(threads.status, ['open', 'waiting'])))
    .returning({ id: threads.id });
  return rows.map((row) => row.id);
}

/** Sets what changed and counts the version up; null when the expected version is not the current one. */
export async function changeThread(
  tx: Db,
  id: string,
  change: Partial<NewThread>,
  version?: number,
): Promise<ThreadRecord | null> {
  const { threads } = tx.tables;
  const [row] = await tx
    .update(threads)
    .set({ ...change, version: sql`${threads.version} + 1` })
    .where(and(eq(threads.id, id), version === undefined ? undefined : eq(threads.version, version)))
    .returning();
  return row ?? null;
}

/** Moves everything that hangs on merged threads to the surviving one; gives back what they were. */
export async function mergeThreads(tx: Db, from: readonly string[], into: string): Promise<ThreadRecord[]> {
  const { comments, notes, replies, threads } = tx.tables;
  const gone = [...from];
  // First the rows: an answer that is being written for one of them waits here, and is then moved or refused.
  const rows = await tx.delete(threads).where(inArray(threads.id, gone)).returning();
  await tx.update(comments).set({ threadId: into }).where(inArray(comments.threadId, gone));
  await tx.update(notes).set({ threadId: into }).where(inArray(notes.threadId, gone));
  await tx.update(replies).set({ threadId: into }).where(inArray(replies.threadId, gone));
  const most = Math.max(...rows.map((row) => row.said), 0);
  // Nobody has read both: whatever number a writer knows is an old one.
  const said = sql`CASE WHEN ${threads.said} > ${most} THEN ${threads.said} ELSE ${most} END + 1`;
  await tx.update(threads).set({ said }).where(eq(threads.id, into));
  return rows;
}

/** Nobody's work goes unnoticed: a thread without somebody in charge gets whom a thread that became part of it had. */
export async function inheritAssignee(tx: Db, id: string, gone: readonly ThreadRecord[]): Promise<void> {
  const assigneeId = gone.find((thread) => thread.assigneeId !== null)?.assigneeId;
  if (!assigneeId) return;
  const { threads } = tx.tables;
  await tx
    .update(threads)
    .set({ assigneeId })
    .where(and(eq(threads.id, id), isNull(threads.assigneeId)));
}
