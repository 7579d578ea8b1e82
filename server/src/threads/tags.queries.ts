import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, asc, count, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type TagRecord = Db['tables']['tags']['$inferSelect'];

/** The tags of threads that the actor sees by name, with the number of these threads. */
export function visibleTags(db: Db, { channels }: Actor) {
  const { tags, threadTags, threads } = db.tables;
  const seen = channels === 'all' ? undefined : inArray(threads.channelId, [...channels]);
  return db
    .select({ name: tags.name, threads: count(threadTags.id) })
    .from(tags)
    .innerJoin(threadTags, eq(threadTags.tagId, tags.id))
    .innerJoin(threads, eq(threads.id, threadTags.threadId))
    .where(seen)
    .groupBy(tags.id, tags.name, tags.folded)
    .orderBy(asc(tags.folded));
}

export function tagsByFolded(db: Db, folded: readonly string[]): Promise<TagRecord[]> {
  const { tags } = db.tables;
  return db
    .select()
    .from(tags)
    .where(inArray(tags.folded, [...folded]));
}

export async function countTags(db: Db): Promise<number> {
  const [row] = await db.select({ n: count() }).from(db.tables.tags);
  return row?.n ?? 0;
}

export async function insertTags(tx: Db, rows: readonly Db['tables']['tags']['$inferInsert'][]): Promise<void> {
  await tx.insertMany(tx.tables.tags, rows);
}

/** The tags of each of these threads, by name. */
export function tagsOfThreads(db: Db, threadIds: readonly string[]) {
  const { tags, threadTags } = db.tables;
  return db
    .select({ threadId: threadTags.threadId, id: tags.id, name: tags.name, folded: tags.folded })
    .from(threadTags)
    .innerJoin(tags, eq(tags.id, threadTags.tagId))
    .where(inArray(threadTags.threadId, [...threadIds]))
    .orderBy(asc(tags.folded));
}

export async function insertThreadTags(
  tx: Db,
  rows: readonly Db['tables']['threadTags']['$inferInsert'][],
): Promise<void> {
  await tx.insertMany(tx.tables.threadTags, rows);
}

export async function deleteThreadTags(tx: Db, threadIds: readonly string[], tagIds: readonly string[]): Promise<void> {
  const { threadTags } = tx.tables;
  if (threadIds.length === 0 || tagIds.length === 0) return;
  await tx
    .delete(threadTags)
    .where(and(inArray(threadTags.threadId, [...threadIds]), inArray(threadTags.tagId, [...tagIds])));
}

/** A tag that no thread has any more is none: the house has room for others. */
export async function deleteUnusedTags(tx: Db): Promise<void> {
  const { tags, threadTags } = tx.tables;
  await tx.delete(tags).where(notInArray(tags.id, tx.select({ id: threadTags.tagId }).from(threadTags)));
}

/** Writes the names into the rows of the queue, in one statement for all threads that have the same. */
export async function writeTagNames(tx: Db, threadIds: readonly string[], names: readonly string[]): Promise<void> {
  const { threads } = tx.tables;
  await tx
    .update(threads)
    .set({ tags: [...names], version: sql`${threads.version} + 1` })
    .where(inArray(threads.id, [...threadIds]));
}
