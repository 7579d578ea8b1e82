import type { FactKind } from '@stammgast/shared/contract/live';
import type { Columns } from '../columns.postgres.ts';

/** Settings, facts, jobs and throttles: what the house itself needs. */
export function defineHouse(c: Columns) {
  const settings = c.table('settings', {
    key: c.id(),
    value: c.json<unknown>().notNull(),
  });

  const events = c.table(
    'events',
    {
      seq: c.seq(),
      at: c.instant().notNull(),
      kind: c.text().$type<FactKind>().notNull(),
      channelId: c.text(),
      threadId: c.text(),
      personId: c.text(),
      payload: c.json<Record<string, unknown>>(),
    },
    (t) => [c.index('events_thread').on(t.threadId)],
  );

  /** How far those have come who must not miss a fact. */
  const followers = c.table('followers', {
    name: c.id(),
    seq: c.bigint().notNull(),
    /** The fact that it cannot digest, how often it has tried, since when, and why. */
    failing: c.bigint(),
    tries: c.integer(),
    failingSince: c.instant(),
    error: c.text(),
  });

  /** Facts that a follower has gone on without: somebody has to look at them. */
  const setAsideFacts = c.table(
    'set_aside_facts',
    {
      id: c.id(),
      follower: c.text().notNull(),
      seq: c.bigint().notNull(),
      error: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('set_aside_facts_follower_seq').on(t.follower, t.seq)],
  );

  const jobs = c.table(
    'jobs',
    {
      id: c.id(),
      kind: c.text().notNull(),
      /** At most one job with this key is waiting or running. */
      uniqueKey: c.text().notNull(),
      /** What the job keeps busy, usually a channel: a slow one may not take every slot of a worker. */
      lane: c.text().notNull(),
      payload: c.json<Record<string, unknown>>().notNull(),
      state: c.text().$type<'waiting' | 'running' | 'dead'>().notNull().default('waiting'),
      /** While it runs: far away, or the time at which it has been asked to run again. */
      runAt: c.instant().notNull(),
      attempts: c.integer().notNull().default(0),
      /** Counts claims: a worker whose lease was taken over holds an old number and is refused. */
      fence: c.integer().notNull().default(0),
      leaseUntil: c.instant(),
      lastError: c.text(),
    },
    (t) => [c.uniqueIndex('jobs_unique_key').on(t.uniqueKey), c.index('jobs_state_run').on(t.state, t.runAt)],
  );

  const throttles = c.table('throttles', {
    key: c.id(),
    hits: c.integer().notNull(),
    resetAt: c.instant().notNull(),
  });

  return { settings, events, followers, setAsideFacts, jobs, throttles };
}
