import type { AuthorKind, ClockKind } from '@stammgast/shared/contract/sla';
import type { Sentiment, Urgency } from '@stammgast/shared/domain/assessment';
import type { ClockInterval } from '@stammgast/shared/domain/sla-clock';
import { sql } from 'drizzle-orm';
import type { Columns } from '../columns.postgres.ts';

/** By what of a comment the policy of its clock was chosen. */
export interface StoredAsk {
  readonly sentiment: Sentiment;
  readonly urgency: Urgency;
  readonly language: string | null;
  readonly author: AuthorKind;
}

/** What was promised to each thread. */
export function defineClocks(c: Columns) {
  const clocks = c.table(
    'clocks',
    {
      id: c.id(),
      threadId: c.text().notNull(),
      channelId: c.text().notNull(),
      kind: c.text().$type<ClockKind>().notNull(),
      policyName: c.text().notNull(),
      targetMinutes: c.integer().notNull(),
      calendarId: c.text().notNull(),
      startedAt: c.instant().notNull(),
      soonAt: c.instant().notNull(),
      dueAt: c.instant().notNull(),
      /** When the watcher must look again; null once nothing more can happen. */
      nextFactAt: c.instant(),
      dueSoonAt: c.instant(),
      breachedAt: c.instant(),
      metAt: c.instant(),
      stoppedAt: c.instant(),
      stopReason: c.text(),
      intervals: c.json<readonly ClockInterval[]>().notNull(),
      policyId: c.text(),
      policyVersion: c.integer(),
      ask: c.json<StoredAsk>(),
      /** Since when it stands still; null while it runs, and once it has ended as it ran. */
      pausedAt: c.instant(),
    },
    (t) => [
      // With what the lead's numbers say of the first clock of a thread, so that counting reads no clock.
      c.index('clocks_thread').on(t.threadId, t.kind, t.startedAt, t.id, t.dueAt, t.metAt, t.stoppedAt),
      c.index('clocks_next_fact').on(t.nextFactAt),
      c.index('clocks_kind_started').on(t.kind, t.startedAt),
      c.index('clocks_kind_met').on(t.kind, t.metAt, t.threadId, t.startedAt, t.id),
      c.index('clocks_running').on(t.id).where(sql`met_at IS NULL AND stopped_at IS NULL`),
    ],
  );

  return { clocks };
}
