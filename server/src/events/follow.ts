import { setTimeout as pause } from 'node:timers/promises';
import type { FactKind } from '@stammgast/shared/contract/live';
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

export interface Follower {
  readonly name: string;
  /** Where a new name begins: at the first fact that is still kept, or with what comes from now on. */
  readonly from: 'first' | 'now';
  /** The facts that it has anything to do with; all, unless said. Others cost it no transaction. */
  readonly about?: (kind: FactKind) => boolean;
  /** What nobody waits for may gather first: facts that follow each other closely then share a transaction. */
  readonly gatherMs?: number;
  /** Called when this process has handled facts and they are committed: for what need not happen in the transaction. */
  readonly afterCommit?: () => void;
}

type Handle = (tx: Db, facts: readonly StoredFact[]) => Promise<void>;

/**
 * Like followFacts, but for what must not miss one: how far a follower has come is kept in the transaction of what `handle`
 * writes, so each fact has its effect exactly once, also after a crash and with several nodes.
 */
export async function followDurably(
  database: Database,
  log: Log,
  { name, from, about = () => true, gatherMs = 0, afterCommit }: Follower,
  handle: Handle,
): Promise<() => Promise<void>> {
  await database.transaction(async (tx) => {
    await insertFollower(tx, name, from === 'now' ? await newestSeq(tx) : 0);
  });
  // Up to here there was nothing for it: known to this process only, and looked through again after a restart.
  let passed = 0;
  const look = async (): Promise<boolean> => {
    const { reader } = database;
    const facts = await factsAfter(reader, Math.max(passed, await standOf(reader, name)), BATCH);
    const last = facts.at(-1);
    if (!last) return false;
    if (facts.some(({ kind }) => about(kind))) {
      const taken = await database.transaction((tx) => takeStep(tx, name, passed, handle));
      if (taken) afterCommit?.();
      return taken;
    }
    passed = last.seq;
    return true;
  };
  return keepLooking(database, log, name, look, gatherMs);
}

/** Takes the next batch; false when another node was faster. */
async function takeStep(tx: Db, name: string, passed: number, handle: Handle): Promise<boolean> {
  await tx.dialect.lock(tx, `follower ${name}`);
  const facts = await factsAfter(tx, Math.max(passed, await standOf(tx, name)), BATCH);
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
