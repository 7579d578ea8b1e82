import type { Clock } from '../config/clock.ts';
import { type Database, ping } from './database.ts';

/** What keeps the house from working, in a word for the operator; null when all is well. */
export type Ailment = 'database_unreachable' | 'database_not_writable' | null;

/** A full disk must be seen, but not by a durable write for everybody who asks. */
const LOOK_EVERY_MS = 5000;
const PATIENCE_MS = 2000;

/** Asks the database for an answer and for a durable write. */
export function createHealthCheck(database: Database, clock: Clock): () => Promise<Ailment> {
  let last: { at: number; outcome: Promise<Ailment> } | null = null;
  return () => {
    const at = clock.now().getTime();
    if (!last || Math.abs(at - last.at) >= LOOK_EVERY_MS) last = { at, outcome: examine(database, clock.now()) };
    return last.outcome;
  };
}

async function examine(database: Database, now: Date): Promise<Ailment> {
  if (!(await succeeds(ping(database)))) return 'database_unreachable';
  const { throttles } = database.reader.tables;
  const row = { key: 'health', hits: 1, resetAt: now };
  const write = database.transaction(async (tx) => {
    await tx
      .insert(throttles)
      .values(row)
      .onConflictDoUpdate({ target: throttles.key, set: { resetAt: now } });
  });
  return (await succeeds(write)) ? null : 'database_not_writable';
}

/** Also no when the answer takes too long: a probe that hangs tells nobody anything. */
async function succeeds(work: Promise<unknown>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, PATIENCE_MS, false);
  const done = work.then(
    () => true,
    () => false,
  );
  const outcome = await Promise.race([done, late]);
  clearTimeout(timer);
  return outcome;
}
