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
  });

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

  return { settings, events, followers, jobs, throttles };
}
