// Threads become one, found by the house or wished by a person: everything that hangs on them goes on in one place.
import { newestOpenState, showReplyState } from '../replies/replies.queries.ts';
import { moveClocks } from '../sla/clocks.ts';
import type { Db } from '../storage/database.ts';
import { mergeThreads } from '../threads/join.queries.ts';
import type { ThreadRecord } from '../threads/threads.queries.ts';
import type { House } from './house.ts';

/** Gives back the threads that are gone. Their comments are in the surviving one: call refreshThreads afterwards. */
export async function joinThreads(
  house: House,
  tx: Db,
  from: readonly string[],
  into: string,
  now: Date,
): Promise<ThreadRecord[]> {
  const gone = await mergeThreads(tx, from, into, now, house.newId);
  await moveClocks(tx, from, into, now);
  await showReplyState(tx, into, await newestOpenState(tx, into));
  return gone;
}
