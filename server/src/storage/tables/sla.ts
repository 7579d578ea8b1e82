import type { Calendar, ClockKind } from '@stammgast/shared/contract/sla';
import type { Sentiment } from '@stammgast/shared/domain/assessment';
import type { Columns } from '../columns.postgres.ts';

/** A stretch as it is stored: running or paused; closed hours follow from the calendar. Times in ms since 1970. */
export interface StoredInterval {
  readonly from: number;
  readonly to: number | null;
  readonly state: 'running' | 'paused';
  readonly reason: string;
  readonly actorId: string | null;
}

export function defineSla(c: Columns) {
  const slaPolicies = c.table('sla_policies', {
    id: c.id(),
    position: c.integer().notNull(),
    name: c.text().notNull(),
    channelId: c.text(),
    sentiment: c.text().$type<Sentiment>(),
    firstMinutes: c.integer(),
    nextMinutes: c.integer(),
    resolutionMinutes: c.integer(),
    isDefault: c.boolean().notNull().default(false),
  });

  /** A calendar is never changed: new opening hours are a new row, so running clocks keep their promise. */
  const calendars = c.table('calendars', {
    id: c.id(),
    calendar: c.json<Calendar>().notNull(),
    createdAt: c.instant().notNull(),
  });

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
      intervals: c.json<readonly StoredInterval[]>().notNull(),
    },
    (t) => [
      c.index('clocks_thread').on(t.threadId),
      c.index('clocks_next_fact').on(t.nextFactAt),
      c.index('clocks_kind_started').on(t.kind, t.startedAt),
      c.index('clocks_kind_met').on(t.kind, t.metAt),
    ],
  );

  return { slaPolicies, calendars, clocks };
}
