import type { Clock } from '../config/clock.ts';
import { type Log, reasonOf } from '../config/log.ts';
import type { Database } from '../storage/database.ts';
import { bury, finish, type Job, LostLeaseError, tryLater } from './jobs.queries.ts';

const MOST_ATTEMPTS = 12;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** 1 s, 2 s, 4 s … 5 min. */
const pauseAfter = (attempts: number): number => Math.min(2 ** Math.max(attempts - 1, 0) * 1000, LONGEST_PAUSE_MS);

/** Ends a job that its handler has not ended: done, again after a growing pause, or given up in sight of people. */
export async function settle(
  { database, clock, log }: { database: Database; clock: Clock; log: Log },
  job: Job,
  failure: unknown,
): Promise<void> {
  if (failure instanceof LostLeaseError) {
    log.warn({ job: job.uniqueKey }, 'job was taken over by another worker');
    return;
  }
  const error = failure === null ? null : reasonOf(failure);
  const givenUp = error !== null && job.attempts >= MOST_ATTEMPTS;
  if (error !== null)
    log[givenUp ? 'error' : 'warn']({ job: job.uniqueKey, attempts: job.attempts, error }, 'job failed');
  try {
    await database.transaction((tx) => {
      if (error === null) return finish(tx, job);
      if (givenUp) return bury(tx, job, error);
      return tryLater(tx, job, new Date(clock.now().getTime() + pauseAfter(job.attempts)), error);
    });
  } catch (lost) {
    // The usual case: the handler has ended the job in its own transaction.
    if (!(lost instanceof LostLeaseError)) throw lost;
  }
}
