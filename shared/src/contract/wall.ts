import * as z from 'zod/mini';
import { channelStates, platforms } from './channels.ts';
import { endpoint, Id, Instant } from './endpoint.ts';

/** What all numbers are limited to: one channel, the channels of a team, or what is both. */
export const WallScope = z.object({ channel: z.optional(Id), team: z.optional(Id) });
export type WallScope = z.infer<typeof WallScope>;

/** What stands now. Cheap to count, so it is asked again after every fact. */
export const Wall = z.object({
  at: Instant,
  /** The name of the team that is asked for: it limits the lists behind the numbers. */
  team: z.nullable(z.string()),
  open: z.number(),
  dueSoon: z.number(),
  breached: z.number(),
  unassigned: z.number(),
  channels: z.array(
    z.object({
      id: Id,
      name: z.string(),
      platform: z.enum(platforms),
      state: z.enum(channelStates),
      lastSuccessAt: z.nullable(Instant),
      open: z.number(),
      breached: z.number(),
    }),
  ),
  /** All that a search by name may meet, removed ones too: by them the lists of one channel are told apart. */
  names: z.array(z.object({ name: z.string(), platform: z.enum(platforms) })),
  /** Figures per person have been switched on. */
  perPerson: z.boolean(),
  /** Who has how many, in no order of speed. */
  workload: z.array(z.object({ personId: Id, name: z.string(), open: z.number(), breached: z.number() })),
});
export type Wall = z.infer<typeof Wall>;

export const getWall = endpoint('GET /api/wall', {
  action: 'wall.read',
  summary: 'What stands now: open, due soon, breached, by channel and by person in charge.',
  query: WallScope,
  result: Wall,
});

/** Whole days of the house up to today, in which threads were opened. */
export const wallPeriods = ['today', 'week', 'month'] as const;
export type WallPeriod = (typeof wallPeriods)[number];
export const daysOf: Readonly<Record<WallPeriod, number>> = { today: 1, week: 7, month: 28 };

const Day = z.iso.date();
/** How many of how many; the interval follows from both. */
const Part = z.object({ part: z.number(), whole: z.number() });
export type Part = z.infer<typeof Part>;

/** By when a share has been reached, in minutes by the clock on the wall; null: not seen yet, never zero. */
const Reached = z.object({
  minutes: z.nullable(z.number()),
  from: z.nullable(z.number()),
  to: z.nullable(z.number()),
});
/** The curve of Kaplan and Meier over threads with a promise of a first answer; those still open count as long as they waited. */
const Answering = z.object({
  n: z.number(),
  stillOpen: z.number(),
  median: Reached,
  p90: Reached,
  p95: Reached,
  /** Share that was answered by so many minutes, with its 95 % band. */
  curve: z.array(
    z.object({ minutes: z.number(), share: z.number(), from: z.nullable(z.number()), to: z.nullable(z.number()) }),
  ),
});
export type Answering = z.infer<typeof Answering>;

export const WallNumbers = z.object({
  at: Instant,
  /** First and last day, as lists name them. */
  from: Day,
  to: Day,
  answering: Answering,
  /** First answers in time, of those that had to be by now. */
  kept: Part,
  /** Threads that began with criticism. */
  negative: Part,
  /** By hour of today, else by day. `at` is what lists name: 2026-03-05T14 or 2026-03-05. */
  flow: z.array(z.object({ at: z.string(), opened: z.number(), answered: z.number() })),
});
export type WallNumbers = z.infer<typeof WallNumbers>;

const query = z.extend(WallScope, { period: z._default(z.enum(wallPeriods), 'today') });

export const getWallNumbers = endpoint('GET /api/wall/numbers', {
  action: 'wall.read',
  summary: 'Of threads opened in a period: time to the first answer, share in time, criticism, inflow and answers.',
  query,
  result: WallNumbers,
});

export const WallUsual = z.object({
  /** What is usual: for today the same weekday of four weeks, else the four weeks before the period. */
  days: z.array(Day),
  answering: Answering,
  kept: Part,
  negative: Part,
  /** Threads opened on an average of those days since which something is known, by hour; null while there is none. */
  inflow: z.array(z.object({ hour: z.number(), opened: z.nullable(z.number()) })),
  /** Threads opened in the last four weeks by weekday (0 is Monday) and hour, and the days that lists name. */
  heat: z.object({
    days: z.array(z.array(Day)),
    cells: z.array(z.object({ weekday: z.number(), hour: z.number(), opened: z.number() })),
  }),
  /** By channel: when it brought something last, and whether that is longer ago than three usual gaps. */
  channels: z.array(
    z.object({ id: Id, lastItemAt: z.nullable(Instant), silent: z.boolean(), usualGapMinutes: z.nullable(z.number()) }),
  ),
});
export type WallUsual = z.infer<typeof WallUsual>;

/** Threads with a promise of a first answer by the weekday (0 is Monday) and hour in which they were opened. */
export const WallHours = z.object({
  /** The days of each weekday, as lists name them. */
  days: z.array(z.array(Day)),
  cells: z.array(
    z.object({ weekday: z.number(), hour: z.number(), n: z.number(), stillOpen: z.number(), median: Reached }),
  ),
});
export type WallHours = z.infer<typeof WallHours>;

export const getWallHours = endpoint('GET /api/wall/hours', {
  action: 'wall.read',
  summary: 'Time to the first answer by weekday and hour, of threads opened in the last four weeks.',
  query: WallScope,
  result: WallHours,
});

export const getWallUsual = endpoint('GET /api/wall/usual', {
  action: 'wall.read',
  summary: 'What a period is compared with, the hours of the week, and channels that are quieter than usual.',
  query,
  result: WallUsual,
});
