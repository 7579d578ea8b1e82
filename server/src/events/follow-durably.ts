import type { FactKind } from '@stammgast/shared/contract/live';
import type { Clock } from '../config/clock.ts';
import { type Log, reasonOf } from '../config/log.ts';
import type { Database, Db } from '../storage/database.ts';
import { factsAfter, kindsAfter, newestSeq, type StoredFact } from './events.queries.ts';
import { insertFollower, moveFollower, noteFailure, setAside, standOf } from './followers.queries.ts';
import { keepLooking } from './keep-looking.ts';
import { record } from './record.ts';

const BATCH = 200;
/** With pauses that double this is a minute: longer than a restart of the database, shorter than anybody waits. */
const MOST_TRIES = 7;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

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
  /**
   * May it go on without a fact that it cannot digest? Then that fact is kept for an administrator, and everything after
   * it has its effect. Otherwise it stands still, loudly, and tries again for as long as it takes.
   */
  readonly maySkip: boolean;
  readonly firstPauseMs?: number;
}

export type Handle = (tx: Db, facts: readonly StoredFact[]) => Promise<void>;

interface Place {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Like followFacts, but for what must not miss one: how far a follower has come is kept in the transaction of what `handle`
 * writes, so each fact has its effect exactly once, also after a crash and with several nodes.
 */
export async function followDurably(place: Place, follower: Follower, handle: Handle): Promise<() => Promise<void>> {
  const { database, log } = place;
  const { name, from, about = () => true, gatherMs = 0, afterCommit } = follower;
  await database.transaction(async (tx) => {
    await insertFollower(tx, name, from === 'now' ? await newestSeq(tx) : 0);
  });
  // Up to here there was nothing for it: known to this process only, and looked through again after a restart.
  let passed = 0;
  // Up to here facts are taken one by one: among them is one that cannot be digested.
  let singly = 0;
  const next = async <Row>(db: Db, read: (db: Db, seq: number, limit: number) => Promise<Row[]>): Promise<Row[]> => {
    const after = Math.max(passed, await standOf(db, name));
    return read(db, after, after < singly ? 1 : BATCH);
  };

  async function look(): Promise<boolean | number> {
    const news = await next(database.reader, kindsAfter);
    const last = news.at(-1);
    if (!last) return false;
    if (!news.some(({ kind }) => about(kind))) {
      passed = last.seq;
      return true;
    }
    return step();
  }
  async function step(): Promise<boolean | number> {
    try {
      const taken = await database.transaction(async (tx) => takeStep(tx, name, await locked(tx), handle));
      if (taken) afterCommit?.();
      return taken;
    } catch (error) {
      if (!(error instanceof Undigested)) throw error;
      singly = error.last.seq;
      return error.alone ? stumble(place, follower, error) : true;
    }
  }
  const locked = async (tx: Db): Promise<StoredFact[]> => {
    await tx.dialect.lock(tx, lockOf(name));
    return next(tx, factsAfter);
  };
  return keepLooking(database, log, name, look, gatherMs);
}

/** Whoever holds it is the only one to write what the follower writes. */
export const lockOf = (follower: string): string => `follower ${follower}`;

/** Takes the next batch; false when another node was faster. */
async function takeStep(tx: Db, name: string, facts: readonly StoredFact[], handle: Handle): Promise<boolean> {
  const last = facts.at(-1);
  if (!last) return false;
  await handle(tx, facts).catch((cause: unknown) => {
    throw new Undigested(last, facts.length === 1, cause);
  });
  await moveFollower(tx, name, last.seq);
  return true;
}

/** The facts are at fault, or what is done with them; whatever else fails has nothing to do with them. */
class Undigested extends Error {
  readonly last: StoredFact;
  readonly alone: boolean;
  constructor(last: StoredFact, alone: boolean, cause: unknown) {
    super('facts could not be digested', { cause });
    this.last = last;
    this.alone = alone;
  }
}

/** Notes the failure where everybody can see it. Gives back how long to rest; true: goes on without the fact. */
async function stumble(
  { database, clock, log }: Place,
  { name, maySkip, firstPauseMs = FIRST_PAUSE_MS }: Follower,
  { last: { seq, kind }, cause }: Undigested,
): Promise<true | number> {
  const failure = { follower: name, seq, error: reasonOf(cause), at: clock.now() };
  const tries = await database.transaction(async (tx) => {
    await tx.dialect.lock(tx, lockOf(name));
    // Another node was luckier.
    if ((await standOf(tx, name)) >= seq) return 0;
    const tried = await noteFailure(tx, name, failure);
    if (tried >= MOST_TRIES && maySkip) await goOnWithout(tx, failure);
    // Once for each; an alarm that cannot be digested raises no other.
    if (tried === MOST_TRIES && kind !== 'house.alarmed') {
      const payload = { what: maySkip ? 'set-aside' : 'stuck', follower: name };
      await record(tx, failure.at, [{ kind: 'house.alarmed', payload }]);
    }
    return tried;
  });
  log.error({ follower: name, seq, kind, tries, error: failure.error }, 'a fact could not be digested');
  const over = tries === 0 || (tries >= MOST_TRIES && maySkip);
  return over || Math.min(firstPauseMs * 2 ** (tries - 1), LONGEST_PAUSE_MS);
}

async function goOnWithout(tx: Db, failure: Parameters<typeof setAside>[1]): Promise<void> {
  await setAside(tx, failure);
  await moveFollower(tx, failure.follower, failure.seq);
}
