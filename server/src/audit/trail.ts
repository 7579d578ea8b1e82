import type { StoredFact } from '../events/events.queries.ts';
import type { Db } from '../storage/database.ts';
import { insertEntries, lastLink } from './audit.queries.ts';
import { contentsOf } from './content.ts';
import { chain, type Sign } from './entry.ts';

/** Writes what facts say to the end of the trail. One at a time may do so: call it as the follower `audit`. */
export async function appendFacts(tx: Db, facts: readonly StoredFact[], sign: Sign): Promise<void> {
  const contents = facts.flatMap(contentsOf);
  if (contents.length === 0) return;
  await insertEntries(tx, chain(await lastLink(tx), contents, sign));
}
