import { postgresColumns } from './columns.postgres.ts';
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
} = defineTables(postgresColumns);
