import * as z from 'zod/mini';
import { sentiments, topics } from '../domain/assessment.ts';
import { claims } from '../domain/reports/measures.ts';
import { daysIn, grains } from '../domain/reports/period.ts';
import { cadences } from '../domain/reports/schedule.ts';
import { platforms } from './channels.ts';
import { Done, Download, endpoint, Id, Instant, limited } from './endpoint.ts';
import { problemCodes } from './problem.ts';
import { locales } from './team.ts';

export const breakdowns = ['none', 'channel', 'team', 'topic', 'policy', 'sentiment'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** So that a report stays one that people can read, and that is computed in seconds. */
const MOST_DAYS = { day: 190, week: 1100, month: 3700 } as const;
const LocalDate = z.iso.date();
const filters = {
  channel: z.optional(Id),
  team: z.optional(Id),
  policy: z.optional(limited(80)),
  sentiment: z.optional(z.enum(sentiments)),
  topic: z.optional(z.enum(topics)),
};
const scope = { grain: z.enum(grains), by: z._default(z.enum(breakdowns), 'none'), ...filters };
/** `to` is not part of the period; days are those of the house's time zone. */
const question = { from: LocalDate, to: LocalDate, ...scope };
const isPeriod = z.refine<{ from: string; to: string; grain: keyof typeof MOST_DAYS }>(
  (asked) => daysIn(asked) > 0 && daysIn(asked) <= MOST_DAYS[asked.grain],
  { path: ['to'] },
);
export const ReportQuestion = z.object(question).check(isPeriod);
export type ReportQuestion = z.infer<typeof ReportQuestion>;

/** Minutes by which it has happened to so many, with the 95 % interval; null: that was not seen yet. */
const Quantile = z.object({
  minutes: z.nullable(z.number()),
  from: z.nullable(z.number()),
  to: z.nullable(z.number()),
});
/** Null while there are too few cases. */
const Waits = z.object({ p50: z.nullable(Quantile), p90: z.nullable(Quantile), p95: z.nullable(Quantile) });
export type Waits = z.infer<typeof Waits>;
/** `share` with its 95 % interval; null while there are too few cases. */
const Share = z.object({
  part: z.number(),
  whole: z.number(),
  share: z.nullable(z.number()),
  from: z.nullable(z.number()),
  to: z.nullable(z.number()),
});
export type ShareMeasure = z.infer<typeof Share>;

export const counts = ['comments', 'opened', 'answered', 'resolved'] as const;
export const times = ['clockTime', 'businessTime'] as const;
export const shares = ['inTime', 'answerRate', 'promisesKept'] as const;

/** Counts are null where no channel delivered anything: a gap is not a zero. */
const Numbers = z.object({
  comments: z.nullable(z.number()),
  opened: z.nullable(z.number()),
  answered: z.nullable(z.number()),
  resolved: z.nullable(z.number()),
  /** Threads that wait or waited for a first answer, by the time they came. */
  waits: z.number(),
  stillWaiting: z.number(),
  clockTime: Waits,
  businessTime: Waits,
  inTime: Share,
  answerRate: Share,
  promisesKept: Share,
  /** Share of the days of all channels on which they delivered. */
  coverage: z.number(),
});
export type ReportNumbers = z.infer<typeof Numbers>;

const Change = z.object({ difference: z.number(), from: z.number(), to: z.number(), claim: z.enum(claims) });
export type ReportChange = z.infer<typeof Change>;

/** One line of the breakdown. `key`: the id of a channel or a team, a topic, the name of a policy, a sentiment; null: none of them. */
const Group = z.object({
  key: z.nullable(z.string()),
  total: Numbers,
  /** The channels that can be compared: now, before, and what may be said of it. */
  compared: z.nullable(
    z.object({
      now: Numbers,
      before: Numbers,
      changes: z.object({
        inTime: z.nullable(Change),
        answerRate: z.nullable(Change),
        promisesKept: z.nullable(Change),
      }),
    }),
  ),
  buckets: z.array(Numbers),
});
export type ReportGroup = z.infer<typeof Group>;

export const gapReasons = ['not-connected', 'down', 'removed'] as const;
const Gap = z.object({ from: LocalDate, to: LocalDate, reason: z.enum(gapReasons) });
const ReportChannel = z.object({
  id: Id,
  name: z.string(),
  platform: z.enum(platforms),
  team: z.nullable(z.object({ id: Id, name: z.string() })),
  lastDataAt: z.nullable(Instant),
  gaps: z.array(Gap),
});
export type ReportChannel = z.infer<typeof ReportChannel>;

export const Report = z.object({
  ...question,
  at: Instant,
  timeZone: z.string(),
  /** What has passed of the period; null: it has not begun. */
  passed: z.nullable(z.object({ from: LocalDate, to: LocalDate })),
  before: z.nullable(z.object({ from: LocalDate, to: LocalDate })),
  channels: z.array(ReportChannel),
  /** Outages before are not on record and count as covered; null: all of this time is. */
  outagesKnownSince: z.nullable(Instant),
  /** The ids of those that delivered in both periods; only they are compared. */
  comparedChannels: z.array(Id),
  buckets: z.array(z.object({ from: LocalDate, to: LocalDate })),
  total: Group,
  groups: z.array(Group),
});
export type Report = z.infer<typeof Report>;

export const getReport = endpoint('GET /api/reports', {
  action: 'report.read',
  summary: 'Volumes and response times of a period, in parts and broken down, on the channels that the caller may see.',
  query: ReportQuestion,
  result: Report,
});

export const exportParts = ['table', 'threads'] as const;
export const exportFormats = ['csv', 'json'] as const;
const Export = z
  .object({ ...question, part: z.enum(exportParts), format: z.enum(exportFormats), language: z.enum(locales) })
  .check(isPeriod);
export type ReportExport = z.infer<typeof Export>;

export const exportReport = endpoint('GET /api/reports/export', {
  action: 'report.read',
  summary:
    'The table of a report, or the threads behind it without names of people, as a file. It is recorded who took it.',
  query: Export,
  result: Download,
});

/** Each Monday the week before, each first of a month the month before. */
const scheduleBody = {
  name: limited(80),
  cadence: z.enum(cadences),
  ...scope,
  recipients: z
    .array(z.strictObject({ personId: Id, language: z.enum(locales) }))
    .check(z.minLength(1), z.maxLength(50)),
  /** Also when there is nothing to report. */
  evenEmpty: z.boolean(),
};
const ReportScheduleBody = z.strictObject(scheduleBody);
export type ReportScheduleBody = z.infer<typeof ReportScheduleBody>;
const ReportSchedule = z.object({
  ...scheduleBody,
  id: Id,
  nextAt: Instant,
  lastSentAt: z.nullable(Instant),
  /** Why the last one did not reach everybody. */
  lastProblem: z.nullable(z.enum(problemCodes)),
  /** What it is about holds no channel any more; a team that does again lets it go on. */
  rests: z.boolean(),
  /** It rests, and does not go on: its channel is disconnected. One that is connected again is another one. */
  isOver: z.boolean(),
});
export type ReportSchedule = z.infer<typeof ReportSchedule>;
const scheduleId = z.object({ scheduleId: Id });

export const listReportSchedules = endpoint('GET /api/report-schedules', {
  action: 'report.schedule',
  summary: 'Reports that are sent by e-mail.',
  result: z.object({ schedules: z.array(ReportSchedule), mailIsSetUp: z.boolean() }),
});
export const addReportSchedule = endpoint('POST /api/report-schedules', {
  action: 'report.schedule',
  summary: 'Send a report by e-mail each week or month to people of the house, to each what they may see.',
  body: ReportScheduleBody,
  result: ReportSchedule,
});
export const changeReportSchedule = endpoint('PUT /api/report-schedules/:scheduleId', {
  action: 'report.schedule',
  summary: 'Change what is sent, when or to whom.',
  params: scheduleId,
  body: ReportScheduleBody,
  result: ReportSchedule,
});
export const removeReportSchedule = endpoint('DELETE /api/report-schedules/:scheduleId', {
  action: 'report.schedule',
  summary: 'Send it no more.',
  params: scheduleId,
  result: Done,
});
