import { asc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type PresenceRow = Db['tables']['presences']['$inferSelect'];

/** One row per socket: a browser is at one thread at a time. */
export async function putPresence(tx: Db, row: PresenceRow): Promise<void> {
  const { id, ...rest } = row;
  const { presences } = tx.tables;
  await tx.insert(presences).values(row).onConflictDoUpdate({ target: presences.id, set: rest });
}

export async function deletePresence(tx: Db, id: string): Promise<void> {
  await tx.delete(tx.tables.presences).where(eq(tx.tables.presences.id, id));
}

export async function renewPresences(tx: Db, ids: readonly string[], leaseUntil: Date): Promise<void> {
  if (ids.length === 0) return;
  const { presences } = tx.tables;
  await tx
    .update(presences)
    .set({ leaseUntil })
    .where(inArray(presences.id, [...ids]));
}

/** What a node left behind that ended without a word. */
export async function deleteLapsed(tx: Db, now: Date): Promise<void> {
  await tx.delete(tx.tables.presences).where(lte(tx.tables.presences.leaseUntil, now));
}

/** Everybody who is somewhere now; as many rows as browsers are open. */
export function livePresences(db: Db, now: Date): Promise<PresenceRow[]> {
  const { presences } = db.tables;
  return db
    .select()
    .from(presences)
    .where(gt(presences.leaseUntil, now))
    .orderBy(asc(presences.since), asc(presences.id));
}
