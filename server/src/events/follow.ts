import { type Log, reasonOf } from '../config/log.ts';
import type { Database } from '../storage/database.ts';
import { factsAfter, newestSeq, type StoredFact } from './events.queries.ts';

const BATCH = 200;
/** A safety net for a lost notification; on SQLite it never finds anything. */
const LOOK_ANYWAY_MS = 2000;

/**
 * Hands every fact that is committed from now on to `handle`, in order and once, whichever node recorded it.
 * `handle` is awaited; when it fails the batch is tried again. Returns the way to stop.
 */
export async function followFacts(
  database: Database,
  log: Log,
  handle: (facts: readonly StoredFact[]) => Promise<void>,
): Promise<() => Promise<void>> {
  let seq = await newestSeq(database.reader);
  let stopped = false;
  let asked = false;
  let running: Promise<void> | null = null;

  async function catchUp(): Promise<void> {
    do {
      asked = false;
      const facts = await factsAfter(database.reader, seq, BATCH);
      const last = facts.at(-1);
      if (last) {
        await handle(facts);
        seq = last.seq;
        asked = true;
      }
    } while (asked && !stopped);
  }

  function look(): void {
    asked = true;
    if (running || stopped) return;
    running = catchUp()
      .catch((error: unknown) => log.error({ error: reasonOf(error) }, 'following facts failed'))
      .finally(() => {
        running = null;
        // A call may have come after the last look and before this line.
        if (asked) look();
      });
  }

  const unsubscribe = database.onFacts(look);
  const timer = setInterval(look, LOOK_ANYWAY_MS);
  look();
  return async () => {
    stopped = true;
    clearInterval(timer);
    unsubscribe();
    await running;
  };
}
