import type { Clock } from '../config/clock.ts';
import { type Log, reasonOf } from '../config/log.ts';
import type { Database } from '../storage/database.ts';
import { claim, type DueJob, dueJobs, type Job, LostLeaseError, prolong } from './jobs.queries.ts';
import { settle } from './settle.ts';

/** Does the work of one job. Ends it itself in its own transaction, or the worker does so afterwards. */
export type Handler = (job: Job, keep: () => Promise<void>) => Promise<void>;

export interface WorkerDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}
export interface Limits {
  /** Jobs at once. */
  readonly slots: number;
  /** Jobs at once in one lane: one slow platform leaves room for the others. */
  readonly perLane: number;
  /** How long a claimed job may be silent before another worker takes it over. */
  readonly leaseMs: number;
}
export const usualLimits: Limits = { slots: 8, perLane: 2, leaseMs: 60_000 };
/** Starts due jobs within the limits and knows which ones run. */
export function createRound(
  deps: WorkerDeps,
  handlers: Readonly<Record<string, Handler>>,
  limits: Limits,
  onEnd: () => void,
) {
  const running = new Map<string, { readonly lane: string; readonly ended: Promise<void> }>();
  const kinds = Object.keys(handlers);

  const inLane = (lane: string) => [...running.values()].filter((job) => job.lane === lane).length;
  const fullLanes = () =>
    [...new Set([...running.values()].map((job) => job.lane))].filter((lane) => inLane(lane) >= limits.perLane);

  function start(due: DueJob): void {
    const ended = runJob(deps, handlers, due, limits.leaseMs).finally(() => {
      running.delete(due.id);
      onEnd();
    });
    running.set(due.id, { lane: due.lane, ended });
  }

  function startSome(due: readonly DueJob[]): number {
    let started = 0;
    for (const job of due) {
      if (running.size >= limits.slots || running.has(job.id) || inLane(job.lane) >= limits.perLane) continue;
      start(job);
      started += 1;
    }
    return started;
  }

  async function startDue(stopped: () => boolean): Promise<number> {
    let total = 0;
    while (running.size < limits.slots && !stopped()) {
      // Jobs that were started a moment ago may still look due; there are never more of them than slots.
      const which = { kinds, fullLanes: fullLanes(), limit: limits.slots * 2 };
      const started = startSome(await dueJobs(deps.database.reader, deps.clock.now(), which));
      if (started === 0) break;
      total += started;
    }
    return total;
  }

  return {
    startDue,
    async idle(): Promise<void> {
      await Promise.all([...running.values()].map((job) => job.ended));
    },
  };
}

async function runJob(
  { database, clock, log }: WorkerDeps,
  handlers: Readonly<Record<string, Handler>>,
  due: DueJob,
  leaseMs: number,
): Promise<void> {
  try {
    const job = await database.transaction((tx) => claim(tx, due, clock.now(), leaseMs));
    const handle = job && handlers[job.kind];
    if (!handle) return;
    const keep = () => database.transaction((tx) => prolong(tx, job, clock.now(), leaseMs));
    let failure: unknown = null;
    await handle(job, keep).catch((error: unknown) => {
      failure = error ?? new Error('failed without a reason');
    });
    await settle({ database, clock, log }, job, failure);
  } catch (error) {
    // The lease runs out, and then the job is tried again.
    const level = error instanceof LostLeaseError ? 'warn' : 'error';
    log[level]({ job: due.id, error: reasonOf(error) }, 'job left to its lease');
  }
}
