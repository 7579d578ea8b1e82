import { eq, inArray } from 'drizzle-orm';
import type { NewId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import { joinedColumns } from './join.ts';
import { movePartings } from './partings.queries.ts';
import { type ThreadRecord, threadsById } from './threads.queries.ts';

/** What follows its thread as it is. Clocks, drafts, tags, reads, partings and incidents have rules of their own. */
export const followers = [
  'comments',
  'notes',
  'replies',
  'mentions',
  'draftVersions',
  'presences',
  'moderations',
  'promises',
  'approvals',
  'guestLinks',
  'voices',
  'reviewSamples',
  'examples',
] as const;

/** Moves everything that hangs on merged threads, but their clocks, to the surviving one; gives back what they were. */
export async function mergeThreads(
  tx: Db,
  from: readonly string[],
  into: string,
  at: Date,
  newId: NewId,
): Promise<ThreadRecord[]> {
  const { threads } = tx.tables;
  // First the rows: an answer that is being written for one of them waits here, and is then moved or refused.
  const gone = await tx
    .delete(threads)
    .where(inArray(threads.id, [...from]))
    .returning();
  for (const name of followers) await moveRows(tx, tx.tables[name] as typeof tx.tables.notes, from, into);
  await moveDrafts(tx, from, into, at, newId);
  await moveTags(tx, from, into);
  await moveReads(tx, from, into);
  await moveIncidents(tx, from, into);
  await movePartings(tx, from, into);
  const [survivor] = await threadsById(tx, [into]);
  if (survivor) await tx.update(threads).set(joinedColumns(survivor, gone)).where(eq(threads.id, into));
  return gone;
}

/** Every one of these tables has the column. */
async function moveRows(tx: Db, table: Db['tables']['notes'], from: readonly string[], into: string): Promise<void> {
  await tx
    .update(table)
    .set({ threadId: into })
    .where(inArray(table.threadId, [...from]));
}

/** One draft of a kind for each person: a second one is kept as an earlier text. What others wrote is still unread. */
async function moveDrafts(tx: Db, from: readonly string[], into: string, at: Date, newId: NewId): Promise<void> {
  const { drafts, draftVersions } = tx.tables;
  const moving = await tx
    .select()
    .from(drafts)
    .where(inArray(drafts.threadId, [...from]));
  if (moving.length === 0) return;
  const there = await tx.select().from(drafts).where(eq(drafts.threadId, into));
  const taken = new Set(there.map((draft) => `${draft.personId} ${draft.kind}`));
  for (const { id, personId, kind, body } of moving.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())) {
    const key = `${personId} ${kind}`;
    if (taken.has(key)) {
      await tx.delete(drafts).where(eq(drafts.id, id));
      await tx.insert(draftVersions).values({ id: newId(), threadId: into, personId, kind, body, savedAt: at });
    } else {
      taken.add(key);
      await tx.update(drafts).set({ threadId: into, said: 0 }).where(eq(drafts.id, id));
    }
  }
}

async function moveTags(tx: Db, from: readonly string[], into: string): Promise<void> {
  const { threadTags } = tx.tables;
  const moving = await tx
    .delete(threadTags)
    .where(inArray(threadTags.threadId, [...from]))
    .returning();
  if (moving.length === 0) return;
  await tx
    .insert(threadTags)
    .values(moving.map((row) => ({ ...row, threadId: into })))
    .onConflictDoNothing();
}

/** Read is what a person has read of all of them, as long ago as the earliest. */
async function moveReads(tx: Db, from: readonly string[], into: string): Promise<void> {
  const { reads } = tx.tables;
  const all = await tx
    .delete(reads)
    .where(inArray(reads.threadId, [into, ...from]))
    .returning();
  const kept = [...Map.groupBy(all, (read) => read.personId).values()].flatMap((own) => {
    const [earliest] = own.toSorted((a, b) => a.readAt.getTime() - b.readAt.getTime());
    return earliest && own.length > from.length ? [{ ...earliest, threadId: into }] : [];
  });
  if (kept.length > 0) await tx.insert(reads).values(kept);
}

/** Once for each incident, since the part that was the first to belong to it. */
async function moveIncidents(tx: Db, from: readonly string[], into: string): Promise<void> {
  const { incidentThreads } = tx.tables;
  const all = await tx
    .delete(incidentThreads)
    .where(inArray(incidentThreads.threadId, [into, ...from]))
    .returning();
  const first = Map.groupBy(
    all.toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime()),
    (row) => row.incident,
  );
  const kept = [...first.values()].flatMap(([row]) => (row ? [{ ...row, threadId: into }] : []));
  if (kept.length > 0) await tx.insert(incidentThreads).values(kept);
}
