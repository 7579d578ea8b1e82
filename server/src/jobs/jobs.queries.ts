import { and, asc, eq, inArray, lte, min, ne, notInArray, or, sql } from 'drizzle-orm';
import { newId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import { preparedOnce } from '../storage/prepared.ts';

export interface NewJob {
  readonly kind: string;
  /** At most one job with this key is waiting or running. */
  readonly uniqueKey: string;
  /** What the job keeps busy, usually a channel's id. */
  readonly lane: string;
  readonly payload: Record<string, unknown>;
  readonly runAt: Date;
}

/** A claimed job. `fence` counts claims: whoever holds an old number is refused. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly uniqueKey: string;
  readonly lane: string;
  readonly payload: Record<string, unknown>;
  readonly attempts: number;
  readonly fence: number;
  readonly leaseUntil: Date;
}

/** Somebody else has taken the job over: nothing may be written for it any more. */
export class LostLeaseError extends Error {}

/** Stands in `runAt` while a job runs; another value there means that it was asked to run again. */
const RUNNING = new Date('9999-01-01T00:00:00Z');

const scheduleQuery = preparedOnce((tx) => {
  const { jobs } = tx.tables;
  return tx
    .insert(jobs)
    .values({
      id: sql.placeholder('id'),
      kind: sql.placeholder('kind'),
      uniqueKey: sql.placeholder('uniqueKey'),
      lane: sql.placeholder('lane'),
      payload: sql.placeholder('payload'),
      runAt: sql.placeholder('runAt'),
    })
    .onConflictDoUpdate({
      target: jobs.uniqueKey,
      set: {
        runAt: sql`excluded.run_at`,
        state: sql`CASE WHEN ${jobs.state} = 'dead' THEN 'waiting' ELSE ${jobs.state} END`,
        payload: sql`CASE WHEN ${jobs.state} = 'dead' THEN excluded.payload ELSE ${jobs.payload} END`,
        attempts: sql`CASE WHEN ${jobs.state} = 'dead' THEN 0 ELSE ${jobs.attempts} END`,
      },
    })
    .prepare('schedule_job');
});

/**
 * A job with the same key keeps its payload and only moves; one that runs will run again; a dead one comes back as what is
 * asked for now.
 */
export async function schedule(tx: Db, job: NewJob): Promise<void> {
  await scheduleQuery(tx).execute({ id: newId(), ...job });
}

/** Takes jobs back before they were claimed. */
export async function cancel(tx: Db, ...uniqueKeys: readonly string[]): Promise<void> {
  const { jobs } = tx.tables;
  await tx.delete(jobs).where(and(inArray(jobs.uniqueKey, uniqueKeys), eq(jobs.state, 'waiting')));
}

/** Is there such a job, waiting or running? */
export async function isPlanned(db: Db, uniqueKey: string): Promise<boolean> {
  const { jobs } = db.tables;
  const rows = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.uniqueKey, uniqueKey), ne(jobs.state, 'dead')))
    .limit(1);
  return rows.length > 0;
}

const isDue = ({ tables: { jobs } }: Db, now: Date) =>
  or(
    and(eq(jobs.state, 'waiting'), lte(jobs.runAt, now)),
    // Whoever had it has stopped or stalled.
    and(eq(jobs.state, 'running'), lte(jobs.leaseUntil, now)),
  );

export type DueJob = Awaited<ReturnType<typeof dueJobs>>[number];

export function dueJobs(
  db: Db,
  now: Date,
  which: { kinds: readonly string[]; fullLanes: readonly string[]; limit: number },
) {
  const { jobs } = db.tables;
  return db
    .select({ id: jobs.id, lane: jobs.lane, fence: jobs.fence })
    .from(jobs)
    .where(and(isDue(db, now), inArray(jobs.kind, [...which.kinds]), notInArray(jobs.lane, [...which.fullLanes])))
    .orderBy(asc(jobs.runAt))
    .limit(which.limit);
}

/** When the next waiting job is due; null when none waits. */
export async function nextRun(db: Db, kinds: readonly string[]): Promise<Date | null> {
  const { jobs } = db.tables;
  const [row] = await db
    .select({ runAt: min(jobs.runAt) })
    .from(jobs)
    .where(and(eq(jobs.state, 'waiting'), inArray(jobs.kind, [...kinds])));
  return row?.runAt ?? null;
}

/** Compare-and-set: of several workers only one gets the job. */
export async function claim(tx: Db, due: DueJob, now: Date, leaseMs: number): Promise<Job | null> {
  const { jobs } = tx.tables;
  const [row] = await tx
    .update(jobs)
    .set({
      state: 'running',
      runAt: RUNNING,
      attempts: sql`${jobs.attempts} + 1`,
      fence: due.fence + 1,
      leaseUntil: new Date(now.getTime() + leaseMs),
    })
    .where(and(eq(jobs.id, due.id), eq(jobs.fence, due.fence), isDue(tx, now)))
    .returning();
  return row?.leaseUntil ? { ...row, leaseUntil: row.leaseUntil } : null;
}

const held = ({ tables: { jobs } }: Db, job: Job) =>
  and(eq(jobs.id, job.id), eq(jobs.fence, job.fence), eq(jobs.state, 'running'));

/** `runAt` unless somebody asked for another time while the job ran. */
const runAtUnlessAsked = ({ tables: { jobs } }: Db, runAt: Date) =>
  sql`CASE WHEN ${jobs.runAt} = ${sql.param(RUNNING, jobs.runAt)} THEN ${sql.param(runAt, jobs.runAt)} ELSE ${jobs.runAt} END`;

/** Ends the job; put it in the transaction that makes its result true. Throws LostLeaseError. */
export async function finish(tx: Db, job: Job): Promise<void> {
  const { jobs } = tx.tables;
  const done = await tx
    .delete(jobs)
    .where(and(held(tx, job), eq(jobs.runAt, RUNNING)))
    .returning({ id: jobs.id });
  if (done.length > 0) return;
  await change(tx, job, { state: 'waiting', attempts: 0, leaseUntil: null });
}

/**
 * Ends this run well and plans the next, or leaves it when somebody has asked for it meanwhile: only failures in a row
 * count as attempts. Throws LostLeaseError.
 */
export async function postpone(
  tx: Db,
  job: Job,
  runAt: Date,
  error: string | null,
  payload: Record<string, unknown> = job.payload,
): Promise<void> {
  const lastError = error?.slice(0, 500) ?? null;
  const later = { state: 'waiting', runAt: runAtUnlessAsked(tx, runAt), leaseUntil: null } as const;
  await change(tx, job, { ...later, attempts: 0, lastError, payload });
}

/** After a failure: tries again later, or when somebody has asked for it meanwhile. Throws LostLeaseError. */
export async function tryLater(tx: Db, job: Job, runAt: Date, error: string): Promise<void> {
  const later = { state: 'waiting', runAt: runAtUnlessAsked(tx, runAt), leaseUntil: null } as const;
  await change(tx, job, { ...later, lastError: error.slice(0, 500) });
}

/** Gives the job up where people can see it. Throws LostLeaseError. */
export async function bury(tx: Db, job: Job, error: string): Promise<void> {
  await change(tx, job, { state: 'dead', leaseUntil: null, lastError: error.slice(0, 500) });
}

/** More time for long work, counted from `now`. Throws LostLeaseError. */
export async function prolong(tx: Db, job: Job, now: Date, leaseMs: number): Promise<void> {
  await change(tx, job, { leaseUntil: new Date(now.getTime() + leaseMs) });
}

type Change = Parameters<ReturnType<Db['update']>['set']>[0];

async function change(tx: Db, job: Job, set: Change): Promise<void> {
  const { jobs } = tx.tables;
  const changed = await tx.update(jobs).set(set).where(held(tx, job)).returning({ id: jobs.id });
  if (changed.length === 0) throw new LostLeaseError(`${job.uniqueKey} was taken over`);
}

/** Jobs that were given up, for operators. */
export function deadJobs(db: Db, limit: number) {
  const { jobs } = db.tables;
  return db.select().from(jobs).where(eq(jobs.state, 'dead')).orderBy(asc(jobs.runAt)).limit(limit);
}
