import * as z from 'zod/mini';
import { sentiments } from '../domain/assessment.ts';
import { regions } from '../domain/regions.ts';
import { endpoint, Id, Instant, limited } from './endpoint.ts';

export const clockKinds = ['first', 'next', 'resolution'] as const;
export type ClockKind = (typeof clockKinds)[number];
/** What a thread can be due for: one of its clocks, or what we promised in public. */
export const dueKinds = [...clockKinds, 'promise'] as const;
export type DueKind = (typeof dueKinds)[number];

/** One stretch of a clock's life. `outside` = outside business hours, computed, never stored. */
export const Interval = z.object({
  from: Instant,
  to: z.nullable(Instant),
  state: z.enum(['running', 'paused', 'outside']),
  reason: z.string(),
  actorId: z.nullable(Id),
  /** The first stretch of a new promise: what was promised before. */
  before: z.nullable(
    z.object({ policyName: z.string(), policyVersion: z.nullable(z.number()), targetMinutes: z.number() }),
  ),
  /** Outside business hours: the names of the special days in this stretch. */
  days: z.array(z.string()),
});
export type Interval = z.infer<typeof Interval>;

/** A promise made to one thread. Deadlines are UTC instants; minutes are business minutes of the policy's calendar. */
export const SlaClock = z.object({
  id: Id,
  kind: z.enum(clockKinds),
  policyName: z.string(),
  /** null: promised before versions were counted. */
  policyVersion: z.nullable(z.number()),
  calendarName: z.nullable(z.string()),
  calendarVersion: z.nullable(z.number()),
  targetMinutes: z.number(),
  startedAt: Instant,
  dueAt: Instant,
  soonAt: Instant,
  breachedAt: z.nullable(Instant),
  metAt: z.nullable(Instant),
  stoppedAt: z.nullable(Instant),
  stopReason: z.nullable(z.string()),
  intervals: z.array(Interval),
});
export type SlaClock = z.infer<typeof SlaClock>;

const Minutes = z.int().check(z.minimum(1), z.maximum(60 * 24 * 365));
const Target = z.nullable(Minutes);

/** Opening hours of one weekday: minutes from local midnight; `to` may pass 1440 for windows over midnight. */
export const Window = z.strictObject({
  from: z.int().check(z.minimum(0), z.maximum(1439)),
  to: z.int().check(z.minimum(1), z.maximum(2880)),
});
const Windows = z.array(Window).check(z.maxLength(6));
/** A date that differs from its weekday: closed when there are no windows, else open in these only. */
const specialDay = { date: z.iso.date(), name: limited(80), windows: Windows };
const SpecialDay = z.strictObject(specialDay);
export type SpecialDay = z.infer<typeof SpecialDay>;
/** Monday first; an empty list is a closed day. */
const week = z.array(Windows).check(z.length(7));
/** What clocks count by. */
export const Calendar = z.strictObject({
  timeZone: limited(64),
  week,
  /** At most one for a date. */
  days: z.optional(z.array(SpecialDay)),
});
export type Calendar = z.infer<typeof Calendar>;

/** By whom: somebody of whom we knew no criticism, or who has criticised us in an earlier thread. */
export const authorKinds = ['new', 'again'] as const;
export type AuthorKind = (typeof authorKinds)[number];

/** What a policy promises, and for which comments. null: for all. */
const policyTerms = {
  name: limited(80),
  channelId: z.nullable(Id),
  /** The writer's stance towards the house. */
  sentiment: z.nullable(z.enum(sentiments)),
  /** At least so urgent. */
  urgency: z.nullable(z.union([z.literal(1), z.literal(2)])),
  author: z.nullable(z.enum(authorKinds)),
  /** A tag that the thread has when the clock starts. */
  tag: z.nullable(limited(40)),
  /** ISO 639-1. */
  language: z.nullable(z.string().check(z.regex(/^[a-z]{2}$/))),
  firstMinutes: Target,
  nextMinutes: Target,
  resolutionMinutes: Target,
};
const PolicyTerms = z.strictObject(policyTerms);
export type PolicyTerms = z.infer<typeof PolicyTerms>;
/** First match in list order wins; the policy without conditions is the default and stays last. */
const SlaPolicy = z.object({
  id: Id,
  ...policyTerms,
  /** Counts changes: a clock keeps the version that it was given. */
  version: z.number(),
  position: z.number(),
  isDefault: z.boolean(),
});
export type SlaPolicy = z.infer<typeof SlaPolicy>;

/** A day of the house's own: a holiday of the town, an outing, a half day. `yearly`: on this day of every year. */
const OwnDay = z.strictObject({ ...specialDay, yearly: z.boolean() });
export type OwnDay = z.infer<typeof OwnDay>;
const calendarTerms = {
  name: limited(80),
  timeZone: limited(64),
  week,
  /** Whose public holidays are closed days; null: of no region. */
  region: z.nullable(z.enum(regions)),
  /** Rules of public holidays on which this house works as usual. */
  worked: z.array(limited(120)).check(z.maxLength(60)),
  /** These come before public holidays. */
  own: z.array(OwnDay).check(z.maxLength(200)),
  /** Channels whose clocks count by it; of the default calendar none: it is for all others. */
  channelIds: z.array(Id).check(z.maxLength(500)),
};
const CalendarTerms = z.strictObject(calendarTerms);
export type CalendarTerms = z.infer<typeof CalendarTerms>;
const BusinessCalendar = z.object({
  id: Id,
  ...calendarTerms,
  /** Counts changes: a clock keeps the version that it was given. */
  version: z.number(),
  isDefault: z.boolean(),
});
export type BusinessCalendar = z.infer<typeof BusinessCalendar>;

const Deadlines = z.object({ policies: z.array(SlaPolicy), calendars: z.array(BusinessCalendar) });
export type Deadlines = z.infer<typeof Deadlines>;

const DeadlineChange = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('add-policy'), policy: PolicyTerms }),
  z.strictObject({ does: z.literal('change-policy'), policyId: Id, policy: PolicyTerms }),
  z.strictObject({ does: z.literal('remove-policy'), policyId: Id }),
  /** All policies but the default one, in their new order. */
  z.strictObject({ does: z.literal('order-policies'), policyIds: z.array(Id).check(z.maxLength(200)) }),
  z.strictObject({ does: z.literal('add-calendar'), calendar: CalendarTerms }),
  z.strictObject({ does: z.literal('change-calendar'), calendarId: Id, calendar: CalendarTerms }),
  z.strictObject({ does: z.literal('remove-calendar'), calendarId: Id }),
]);
export type DeadlineChange = z.infer<typeof DeadlineChange>;

export const getDeadlines = endpoint('GET /api/sla', {
  action: 'sla.read',
  summary: 'Policies in order, and the business calendars, the default one first.',
  result: Deadlines,
});
export const previewDeadlines = endpoint('POST /api/sla/preview', {
  action: 'sla.manage',
  summary:
    'How many threads that the caller may see have running clocks that this change would promise something else, and whether others have.',
  body: z.strictObject({ change: DeadlineChange }),
  result: z.object({
    threads: z.number(),
    /** On channels that the caller may not see; how many is not told. */
    elsewhere: z.boolean(),
  }),
});
export const changeDeadlines = endpoint('POST /api/sla/changes', {
  action: 'sla.manage',
  summary:
    'Change policies or calendars. Running clocks keep their promise, or are promised anew with what has run kept.',
  body: z.strictObject({ change: DeadlineChange, running: z.enum(['keep', 'anew']) }),
  result: Deadlines,
});
export const listHolidays = endpoint('GET /api/sla/holidays', {
  action: 'sla.read',
  summary: 'Public holidays of a region in this year and the next, named in the language of the house.',
  query: z.object({ region: z.enum(regions) }),
  result: z.object({
    holidays: z.array(z.object({ rule: z.string(), date: z.iso.date(), name: z.string() })),
  }),
});
