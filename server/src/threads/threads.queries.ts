import { and, eq, gt, inArray, sql } from 'drizzle-orm';
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
        snoozedUntil: sql`excluded.snoozed_until`,
        snoozedBy: sql`excluded.snoozed_by`,
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
    .set({
      ...resolution,
      status: 'resolved',
      snoozedUntil: null,
      snoozedBy: null,
      version: sql`${threads.version} + 1`,
    })
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
