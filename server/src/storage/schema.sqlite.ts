import { sqliteColumns } from './columns.sqlite.ts';
import { defineTables } from './tables.ts';

export const {
  settings,
  events,
  jobs,
  throttles,
  people,
  memberships,
  sessions,
  invitations,
  channels,
  authors,
  posts,
  threads,
  comments,
  tombstones,
  corrections,
  notes,
  replies,
  slaPolicies,
  calendars,
  clocks,
} = defineTables(sqliteColumns);
