// Which resolved threads get a second look: decided once for each thread and week, from the facts that say it is over.

import type { FactKind } from '@stammgast/shared/contract/live';
import { cycleOf } from '@stammgast/shared/domain/review/cycle';
import type { StoredFact } from '../events/events.queries.ts';
import { type Follower, followDurably } from '../events/follow-durably.ts';
import { drawName } from '../review/draw.ts';
import { judge } from '../review/judge.ts';
import {
  changeReasons,
  insertSamples,
  type Resolved,
  resolvedThreads,
  type StoredSample,
  samplesByKey,
} from '../review/sampling.queries.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';
import { drawingSettings, houseZone } from './review-settings.ts';

/** What may bring a resolved thread into the sample, or add a reason. */
const telling: ReadonlySet<FactKind> = new Set(['thread.resolved', 'comment.moderated', 'moderation.decided']);

/** Follows the facts from the moment on at which a house gets this far: nobody reviews years at once. */
export const reviewSamples: Follower = {
  name: 'review-samples',
  from: 'now',
  about: (kind: FactKind) => telling.has(kind),
  // One thread less is looked at a second time; better than none any more.
  maySkip: true,
};

export function sampleResolvedThreads(house: House): Promise<() => Promise<void>> {
  return followDurably(house, reviewSamples, (tx, facts) => sampleFacts(house, tx, facts));
}

export const sampleFacts = (house: Pick<House, 'newId'>, tx: Db, facts: readonly StoredFact[]): Promise<void> =>
  sampleThreads(
    house,
    tx,
    facts.flatMap((fact) => (telling.has(fact.kind) && fact.threadId ? [fact.threadId] : [])),
  );

export async function sampleThreads(
  { newId }: Pick<House, 'newId'>,
  tx: Db,
  threadIds: readonly string[],
): Promise<void> {
  if (threadIds.length === 0) return;
  await tx.dialect.lock(tx, 'review');
  const resolved = await resolvedThreads(tx, [...new Set(threadIds)]);
  if (resolved.length === 0) return;
  const settings = await drawingSettings(tx, newId);
  const timeZone = await houseZone(tx);
  const chosen = resolved.flatMap((thread) => {
    const cycle = cycleOf(thread.resolvedAt, timeZone);
    const key = drawName(thread.threadId, cycle);
    const judged = judge(key, thread.channelId, thread, settings);
    return judged && thread.authorId ? [rowOf(thread, thread.authorId, { ...judged, cycle, key, id: newId() })] : [];
  });
  if (chosen.length === 0) return;
  const known = await samplesByKey(
    tx,
    chosen.map((row) => row.key),
  );
  await insertSamples(
    tx,
    chosen.filter((row) => !known.has(row.key)),
  );
  await addReasons(tx, chosen, known);
}

function rowOf(
  { threadId, channelId, replyId, resolvedAt }: Resolved,
  authorId: string,
  drawn: Pick<StoredSample, 'id' | 'key' | 'cycle' | 'reasons' | 'wanted'>,
): StoredSample {
  return { ...drawn, threadId, channelId, replyId, authorId, done: 0, calibrationId: null, resolvedAt };
}

/** Reopened or hidden since: the reviewer should know. */
async function addReasons(
  tx: Db,
  chosen: readonly StoredSample[],
  known: ReadonlyMap<string, StoredSample>,
): Promise<void> {
  const grown = chosen.flatMap(({ key, reasons }) => {
    const before = known.get(key);
    const more = before && reasons.filter((reason) => !before.reasons.includes(reason));
    return more && more.length > 0 ? [{ id: before.id, reasons: [...before.reasons, ...more] }] : [];
  });
  for (const same of Map.groupBy(grown, ({ reasons }) => reasons.join()).values()) {
    const ids = same.map(({ id }) => id);
    if (same[0]) await changeReasons(tx, ids, same[0].reasons);
  }
}
