import type { Log } from '../config/log.ts';
import type { Database } from '../storage/database.ts';
import { factsAfter, newestSeq, type StoredFact } from './events.queries.ts';
import { keepLooking } from './keep-looking.ts';

const BATCH = 200;

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
  return keepLooking(database, log, 'news', async () => {
    const facts = await factsAfter(database.reader, seq, BATCH);
    const last = facts.at(-1);
    if (!last) return false;
    await handle(facts);
    seq = last.seq;
    return true;
  });
}
