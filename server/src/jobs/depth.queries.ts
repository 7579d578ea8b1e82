import { and, count, eq, lte, min } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** How many jobs there are in each state. */
export async function countJobs(db: Db): Promise<Map<'waiting' | 'running' | 'dead', number>> {
  const { jobs } = db.tables;
  const rows = await db.select({ state: jobs.state, n: count() }).from(jobs).groupBy(jobs.state);
  return new Map(rows.map((row) => [row.state, row.n]));
}

/** Seconds for which the job that waits longest has been due; 0 when nothing is late. */
export async function jobDelay(db: Db, now: Date): Promise<number> {
  const { jobs } = db.tables;
  const [row] = await db
    .select({ runAt: min(jobs.runAt) })
    .from(jobs)
    .where(and(eq(jobs.state, 'waiting'), lte(jobs.runAt, now)));
  return row?.runAt ? (now.getTime() - row.runAt.getTime()) / 1000 : 0;
}
