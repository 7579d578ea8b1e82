import { and, inArray, or } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

type Parting = Db['tables']['partings']['$inferSelect'];

/** Pairs of these threads that people have taken apart. */
export async function partingsAmong(db: Db, threadIds: readonly string[]): Promise<(readonly [string, string])[]> {
  const { partings } = db.tables;
  const rows = await db
    .select()
    .from(partings)
    .where(and(inArray(partings.threadId, [...threadIds]), inArray(partings.otherThreadId, [...threadIds])));
  return rows.map((row) => [row.threadId, row.otherThreadId]);
}

/** What any of these threads was parted from. */
export function partingsOf(db: Db, threadIds: readonly string[]): Promise<Parting[]> {
  const { partings } = db.tables;
  const ids = [...threadIds];
  return db
    .select()
    .from(partings)
    .where(or(inArray(partings.threadId, ids), inArray(partings.otherThreadId, ids)));
}

export async function insertPartings(tx: Db, rows: readonly Parting[]): Promise<void> {
  if (rows.length > 0) await tx.insert(tx.tables.partings).values([...rows]);
}

/** What was parted from a merged thread is parted from the surviving one; what people join again is no longer parted. */
export async function movePartings(tx: Db, gone: readonly string[], into: string): Promise<void> {
  const { partings } = tx.tables;
  const known = await partingsOf(tx, gone);
  if (known.length === 0) return;
  await tx.delete(partings).where(
    inArray(
      partings.id,
      known.map((row) => row.id),
    ),
  );
  const now = (id: string) => (gone.includes(id) ? into : id);
  const moved = known.map((row) => ({ ...row, threadId: now(row.threadId), otherThreadId: now(row.otherThreadId) }));
  await insertPartings(
    tx,
    moved.filter((row) => row.threadId !== row.otherThreadId),
  );
}
