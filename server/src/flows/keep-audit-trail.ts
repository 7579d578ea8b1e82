// Every fact becomes an entry of the audit trail, after its commit: nobody waits for it, and none is missed.
import { openAuditLog } from '../audit/log-file.ts';
import { appendFacts } from '../audit/trail.ts';
import { reasonOf } from '../config/log.ts';
import { type Follower, followDurably } from '../events/follow-durably.ts';
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
