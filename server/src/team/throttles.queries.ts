import { eq, lt, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** Counts one more hit and returns the new state; a window that is over starts again. */
export async function countHit(
  tx: Db,
  key: string,
  now: Date,
  resetAt: Date,
): Promise<{ hits: number; resetAt: Date }> {
  const { throttles } = tx.tables;
  const over = sql`${throttles.resetAt} <= ${sql.param(now, throttles.resetAt)}`;
  const [row] = await tx
    .insert(throttles)
    .values({ key, hits: 1, resetAt })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        hits: sql`CASE WHEN ${over} THEN 1 ELSE ${throttles.hits} + 1 END`,
        resetAt: sql`CASE WHEN ${over} THEN ${sql.param(resetAt, throttles.resetAt)} ELSE ${throttles.resetAt} END`,
      },
    })
    .returning();
  return row ?? { hits: 1, resetAt };
}

export async function takeBackHit(tx: Db, key: string): Promise<void> {
  const { throttles } = tx.tables;
  await tx
    .update(throttles)
    .set({ hits: sql`${throttles.hits} - 1` })
    .where(eq(throttles.key, key));
}

export async function forgetThrottle(tx: Db, key: string): Promise<void> {
  const { throttles } = tx.tables;
  await tx.delete(throttles).where(eq(throttles.key, key));
}

export async function forgetOldThrottles(tx: Db, now: Date): Promise<void> {
  const { throttles } = tx.tables;
  await tx.delete(throttles).where(lt(throttles.resetAt, now));
}
