import { setTimeout as pause } from 'node:timers/promises';
import { type Log, reasonOf } from '../config/log.ts';
import type { Database, Db } from '../storage/database.ts';
import { factsAfter, newestSeq, type StoredFact } from './events.queries.ts';
import { insertFollower, moveFollower, standOf } from './followers.queries.ts';

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
  return keepLooking(database, log, 'news', async () => {
    const facts = await factsAfter(database.reader, seq, BATCH);
    const last = facts.at(-1);
    if (!last) return false;
    await handle(facts);
    seq = last.seq;
    return true;
  });
}

/**
 * Like followFacts, but for what must not miss one: how far `name` has come is kept in the transaction of what `handle`
 * writes, so each fact has its effect exactly once, also after a crash and with several nodes. A new name begins with
 * the `first` fact that is still kept, or with what comes from `now` on. What nobody waits for may `gatherMs` first: facts
 * that follow each other closely then share a transaction.
 */
export async function followDurably(
  database: Database,
  log: Log,
  { name, from, gatherMs = 0 }: { readonly name: string; readonly from: 'first' | 'now'; readonly gatherMs?: number },
  handle: (tx: Db, facts: readonly StoredFact[]) => Promise<void>,
): Promise<() => Promise<void>> {
  await database.transaction(async (tx) => {
    await insertFollower(tx, name, from === 'now' ? await newestSeq(tx) : 0);
  });
  const step = (tx: Db) => takeStep(tx, name, handle);
  return keepLooking(
    database,
    log,
    name,
    async () => {
      // Most looks find nothing: they may not cost a writing transaction.
      if ((await newestSeq(database.reader)) <= (await standOf(database.reader, name))) return false;
      return database.transaction(step);
    },
    gatherMs,
  );
}

/** Takes the next batch; false when there was none. */
async function takeStep(
  tx: Db,
  name: string,
  handle: (tx: Db, facts: readonly StoredFact[]) => Promise<void>,
): Promise<boolean> {
  await tx.dialect.lock(tx, `follower ${name}`);
  const facts = await factsAfter(tx, await standOf(tx, name), BATCH);
  const last = facts.at(-1);
  if (!last) return false;
  await handle(tx, facts);
  await moveFollower(tx, name, last.seq);
  return true;
}

/** Calls `step` after every commit with facts, until it finds nothing more. Returns the way to stop. */
function keepLooking(
  database: Database,
  log: Log,
  follower: string,
  step: () => Promise<boolean>,
  gatherMs = 0,
): () => Promise<void> {
  let stopped = false;
  let asked = false;
  let running: Promise<void> | null = null;

  async function catchUp(): Promise<void> {
    if (gatherMs > 0) await pause(gatherMs);
    do {
      asked = false;
      if (await step()) asked = true;
    } while (asked && !stopped);
  }

  function look(): void {
    asked = true;
    if (running || stopped) return;
    running = catchUp()
      .catch((error: unknown) => log.error({ follower, error: reasonOf(error) }, 'following facts failed'))
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
