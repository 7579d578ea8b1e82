// Every fact becomes an entry of the audit trail, after its commit: nobody waits for it, and none is missed.
import { openAuditLog } from '../audit/log-file.ts';
import { appendFacts } from '../audit/trail.ts';
import { reasonOf } from '../config/log.ts';
import { factsAfter } from '../events/events.queries.ts';
import { type Follower, followDurably, lockOf } from '../events/follow-durably.ts';
import { followerNamed, moveFollower } from '../events/followers.queries.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';

/** Nobody waits for an entry, so what happens close together costs one transaction. */
const GATHER_MS = 250;
/** How soon the file outside of the database knows what is in it. */
const WRITE_EVERY_MS = 1000;

/**
 * Never goes on without a fact: whoever looks for one that was left out would find a whole chain, and believe it. A trail
 * that stands still is seen, loses nothing, and goes on when the fault is mended.
 */
const auditTrail: Follower = { name: 'audit', from: 'first', gatherMs: GATHER_MS, maySkip: false };

/** As many as nobody notices. */
const MOST_AT_ONCE = 1000;

/**
 * Takes the facts up to this number into the trail now, because they are about to be deleted. False when it stands still
 * or is far behind; a house that has never kept a trail has nothing to take them into.
 */
export async function catchUpTrail(tx: Db, { vault }: Pick<House, 'vault'>, upTo: number): Promise<boolean> {
  const { name } = auditTrail;
  await tx.dialect.lock(tx, lockOf(name));
  const follower = await followerNamed(tx, name);
  if (!follower || follower.seq >= upTo) return true;
  if (follower.failing !== null) return false;
  const facts = await factsAfter(tx, follower.seq, MOST_AT_ONCE);
  const last = facts.at(-1);
  if (!last || last.seq < upTo) return false;
  await appendFacts(tx, facts, vault.sign);
  await moveFollower(tx, name, last.seq);
  return true;
}

/** Keeps the trail until stopped, and writes it to a file as well. */
export async function keepAuditTrail(
  { database, clock, log, vault }: Pick<House, 'database' | 'clock' | 'log' | 'vault'>,
  file: string,
): Promise<{ stop(): Promise<void> }> {
  const stopFollowing = await followDurably({ database, clock, log }, auditTrail, (tx, facts) =>
    appendFacts(tx, facts, vault.sign),
  );
  const outside = openAuditLog(file, () =>
    log.error({ file }, 'the audit trail is not the one in this file: run npm run audit:verify'),
  );
  let writing = Promise.resolve();
  const write = () => {
    writing = writing
      .then(() => outside(database.reader))
      .catch((error: unknown) =>
        log.error({ file, error: reasonOf(error) }, 'the audit trail could not be written to its file'),
      );
  };
  const timer = setInterval(write, WRITE_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await stopFollowing();
      write();
      await writing;
    },
  };
}
