import type { AuthorKind, Calendar, CalendarTerms } from '@stammgast/shared/contract/sla';
import type { Sentiment } from '@stammgast/shared/domain/assessment';
import type { Columns } from '../columns.postgres.ts';

/** What the house promises. */
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
    urgency: c.integer().$type<1 | 2>(),
    author: c.text().$type<AuthorKind>(),
    tag: c.text(),
    language: c.text(),
    version: c.integer().notNull().default(1),
  });

  /**
   * What clocks count by: versions of business calendars, with public holidays as dates. Never changed: new opening
   * hours are a new row, so running clocks keep their promise.
   */
  const calendars = c.table('calendars', {
    id: c.id(),
    calendar: c.json<Calendar>().notNull(),
    createdAt: c.instant().notNull(),
    name: c.text(),
    version: c.integer(),
  });

  /** What people edit. */
  const businessCalendars = c.table('business_calendars', {
    id: c.id(),
    isDefault: c.boolean().notNull(),
    terms: c.json<CalendarTerms>().notNull(),
    version: c.integer().notNull(),
    /** The row of `calendars` that new clocks count by. */
    calendarId: c.text().notNull(),
    /** The last year whose public holidays are in it. */
    knownUntil: c.integer().notNull(),
    createdAt: c.instant().notNull(),
  });

  return { slaPolicies, calendars, businessCalendars };
}
