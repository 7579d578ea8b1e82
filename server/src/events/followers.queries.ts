import { eq } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** Enters a follower that is not known yet; a known one stays where it stands. */
export async function insertFollower(tx: Db, name: string, seq: number): Promise<void> {
  await tx.insert(tx.tables.followers).values({ name, seq }).onConflictDoNothing();
}

/** The number of the last fact that the follower has taken. */
export async function standOf(db: Db, name: string): Promise<number> {
  const { followers } = db.tables;
  const [row] = await db.select({ seq: followers.seq }).from(followers).where(eq(followers.name, name));
  return row?.seq ?? 0;
}

export async function moveFollower(tx: Db, name: string, seq: number): Promise<void> {
  const { followers } = tx.tables;
  await tx.update(followers).set({ seq }).where(eq(followers.name, name));
}
