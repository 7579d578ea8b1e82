// The watcher of all promises: tells what is due soon and what was missed, once, at most a second late.
import { reasonOf } from '../config/log.ts';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import type { StoredClock } from '../sla/clocks.queries.ts';
import { renewDue } from '../sla/clocks.ts';
import { channelsWithFacts, nextFactTime, takeBreached, takeDueSoon } from '../sla/watch.queries.ts';
import type { House } from './house.ts';

type Watched = Pick<House, 'database' | 'clock' | 'log'>;

/** Small enough that requests hardly wait for it. */
const BATCH = 250;
/** Sleeps are short: timers with days in them overflow, machines are suspended, and new clocks may be due at once. */
const LONGEST_SLEEP_MS = 500;
const AFTER_FAILURE_MS = 1000;
const JUMP_MS = 5 * 60_000;

/** What one look knows of the look before. */
export interface Watch {
  /** When that look was over, also one that failed: an outage is no jump, and neither is much to tell. */
  readonly lookedAt: Date;
  /** Nothing was told because time had jumped; the next look decides. */
  readonly held: boolean;
  readonly failed: boolean;
}

/** Watches until stopped; stopping waits for the look that is under way. */
export function watchDeadlines(house: Watched): { stop(): Promise<void> } {
  let watch: Watch | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let looking = Promise.resolve();

  async function look(): Promise<void> {
    let sleep = AFTER_FAILURE_MS;
    try {
      watch = await lookAtDeadlines(house, watch);
      if (watch.held) sleep = LONGEST_SLEEP_MS;
      else if (!watch.failed) sleep = await untilNext(house);
    } catch (error) {
      tellFailure(house, error);
    }
    if (!stopped) timer = setTimeout(next, sleep);
  }
  function next(): void {
    looking = look();
  }
  next();

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

/**
 * One look: tells everything that became true until now, with its true times, also after a downtime. When time has
 * jumped since the look before, it only says so, to administrators as well; what the next look still finds is true.
 */
export async function lookAtDeadlines(house: Watched, before: Watch | null): Promise<Watch> {
  const now = house.clock.now();
  const jump = before ? now.getTime() - before.lookedAt.getTime() : 0;
  if (Math.abs(jump) > JUMP_MS) {
    const jumpSeconds = Math.round(jump / 1000);
    house.log.warn({ jumpSeconds }, 'the clock has jumped: deadlines wait for a second look');
    const payload = { what: 'clock', jumpSeconds };
    await house.database.transaction((tx) => record(tx, now, [{ kind: 'house.alarmed', payload }]));
    return { lookedAt: now, held: true, failed: false };
  }
  const failed = await tellAll(house, now).then(
    () => false,
    (error: unknown) => {
      tellFailure(house, error);
      return true;
    },
  );
  return { lookedAt: house.clock.now(), held: false, failed };
}

const tellFailure = ({ log }: Watched, error: unknown): void =>
  log.error({ error: reasonOf(error) }, 'watching deadlines failed');

async function tellAll(house: Watched, now: Date): Promise<void> {
  const next = await nextFactTime(house.database.reader);
  if (next && next <= now) while (await tellSome(house, now));
}

/** Tells up to a batch of each kind in one transaction. Is there more? */
async function tellSome({ database }: Watched, now: Date): Promise<boolean> {
  return database.transaction(async (tx) => {
    // A clock belongs to its channel: what is being changed there must not be told from an old reading, or twice.
    for (const channelId of await channelsWithFacts(tx, now)) await tx.dialect.lock(tx, channelId);
    const soon = await takeDueSoon(tx, now, BATCH);
    const breached = await takeBreached(tx, now, BATCH);
    const threadIds = [...new Set(breached.map((clock) => clock.threadId))];
    await renewDue(tx, threadIds);
    await record(tx, now, [
      ...soon.map((clock) => fact('sla.due-soon', clock, clock.soonAt)),
      ...breached.map((clock) => fact('sla.breached', clock, clock.dueAt)),
    ]);
    return soon.length === BATCH || breached.length === BATCH;
  });
}

const fact = (kind: NewFact['kind'], clock: StoredClock, at: Date): NewFact => ({
  kind,
  at,
  channelId: clock.channelId,
  threadId: clock.threadId,
  payload: { clockId: clock.id, clock: clock.kind, dueAt: clock.dueAt.toISOString() },
});

async function untilNext({ database, clock }: Watched): Promise<number> {
  const next = await nextFactTime(database.reader);
  const left = next ? next.getTime() - clock.now().getTime() : LONGEST_SLEEP_MS;
  return Math.max(1, Math.min(left, LONGEST_SLEEP_MS));
}
