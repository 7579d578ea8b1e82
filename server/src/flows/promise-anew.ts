// Clocks that run get the promise of today, because a lead said so: a few at a time, so that requests come in between.
import { setImmediate as letOthersIn } from 'node:timers/promises';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import { schedule } from '../jobs/jobs.queries.ts';
import type { Handler } from '../jobs/round.ts';
import { type AskingClock, runningIds, type StoredClock, savePromises, someRunning } from '../sla/clocks.queries.ts';
import { renewDue } from '../sla/clocks.ts';
import { loadPromises, type Promises } from '../sla/promises.ts';
import { underPromises } from '../sla/terms.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';

export const PROMISE_ANEW = 'promise-anew';

/** Some ten milliseconds of work. */
const BATCH = 250;

export interface Anew {
  /** On channels that the actor may see. */
  readonly threads: number;
  /** The change holds for channels of others as well: whether it touches any there, never how many. */
  readonly elsewhere: boolean;
}

/** Every running clock is judged, as promises may be chosen otherwise now; what was broken stays broken. */
export async function countPromisedAnew(db: Db, actor: Actor, promises: Promises, now: Date): Promise<Anew> {
  const threadIds = new Set<string>();
  let elsewhere = false;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const clocks: AskingClock[] = await someRunning(db, { after, limit: BATCH });
    for (const clock of clocks.filter((one) => underPromises(promises, one, now, null)))
      if (sees(actor, clock.channelId)) threadIds.add(clock.threadId);
      else elsewhere = true;
    after = clocks.at(-1)?.id;
    await letOthersIn();
  }
  return { threads: threadIds.size, elsewhere };
}

export async function planPromiseAnew(tx: Db, at: Date, actorId: string): Promise<void> {
  const payload = { at: at.toISOString(), actorId };
  await schedule(tx, { kind: PROMISE_ANEW, uniqueKey: PROMISE_ANEW, lane: PROMISE_ANEW, payload, runAt: at });
}

/** Goes through all running clocks; when it is broken off it begins again, and leaves those that it has reached. */
export function promiseAnew({ database, clock }: House): Handler {
  return async ({ payload }, keep) => {
    const [at, actorId] = [new Date(String(payload.at)), String(payload.actorId)];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const from: string = after;
      after = await database.transaction((tx) => promiseSome(tx, from, { at, actorId, now: clock.now() }));
      await keep();
    }
  };
}

interface Renewal {
  readonly at: Date;
  readonly actorId: string;
  readonly now: Date;
}

/** Up to a batch, in one transaction; returns where to go on. */
async function promiseSome(tx: Db, after: string, { at, actorId, now }: Renewal): Promise<string | undefined> {
  const seen = await runningIds(tx, after, BATCH);
  const last = seen.at(-1)?.id;
  if (last === undefined) return undefined;
  // A clock belongs to its channel: what is being changed there must not be overwritten from an old reading.
  for (const channelId of [...new Set(seen.map((clock) => clock.channelId))].toSorted())
    await tx.dialect.lock(tx, channelId);
  const promises = await loadPromises(tx);
  const clocks = await someRunning(tx, { ids: seen.map((clock) => clock.id) });
  const were = new Map(clocks.map((clock) => [clock.id, clock]));
  const anew = clocks.flatMap((clock) => underPromises(promises, clock, at, actorId) ?? []);
  await savePromises(tx, anew);
  const threadIds = [...new Set(anew.map((clock) => clock.threadId))];
  await renewDue(tx, threadIds);
  await record(
    tx,
    now,
    anew.map(
      (clock): NewFact => ({
        kind: 'sla.promised-anew',
        channelId: clock.channelId,
        threadId: clock.threadId,
        personId: actorId,
        payload: { clockId: clock.id, clock: clock.kind, policyVersion: clock.policyVersion },
        change: changeOf(toldOf(were.get(clock.id)), toldOf(clock)),
      }),
    ),
  );
  return last;
}

const toldOf = (clock: StoredClock | undefined) =>
  clock ? { targetMinutes: clock.targetMinutes, dueAt: clock.stoppedAt ? null : clock.dueAt.toISOString() } : null;
