import * as z from 'zod/mini';
import { sentiments } from '../domain/assessment.ts';
import { Done, endpoint, Id, Instant, limited } from './endpoint.ts';

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
});
export type Interval = z.infer<typeof Interval>;

/** A promise made to one thread. Deadlines are UTC instants; minutes are business minutes of the policy's calendar. */
export const SlaClock = z.object({
  id: Id,
  kind: z.enum(clockKinds),
  policyName: z.string(),
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
export const SpecialDay = z.strictObject({ date: z.iso.date(), name: limited(80), windows: Windows });
export type SpecialDay = z.infer<typeof SpecialDay>;
/** What clocks count by. */
export const Calendar = z.strictObject({
  timeZone: limited(64),
  /** Monday first; an empty list is a closed day. */
  week: z.array(Windows).check(z.length(7)),
  /** At most one for a date. */
  days: z.optional(z.array(SpecialDay)),
});
export type Calendar = z.infer<typeof Calendar>;

const policyBody = {
  name: limited(80),
  channelId: z.nullable(Id),
  sentiment: z.nullable(z.enum(sentiments)),
  firstMinutes: Target,
  nextMinutes: Target,
  resolutionMinutes: Target,
};
/** First match in list order wins; the policy without channel and sentiment is the default and stays last. */
export const SlaPolicy = z.object({ id: Id, ...policyBody, position: z.number(), isDefault: z.boolean() });
export type SlaPolicy = z.infer<typeof SlaPolicy>;

const Deadlines = z.object({ policies: z.array(SlaPolicy), calendar: Calendar });

export const getDeadlines = endpoint('GET /api/sla', {
  action: 'sla.read',
  summary: 'Policies in order, and the business calendar.',
  result: Deadlines,
});
export const addPolicy = endpoint('POST /api/sla/policies', {
  action: 'sla.manage',
  summary: 'Add a policy before the default one. Running clocks keep their promise.',
  body: z.strictObject(policyBody),
  result: SlaPolicy,
});
export const changePolicy = endpoint('PUT /api/sla/policies/:policyId', {
  action: 'sla.manage',
  summary: 'Change a policy for future clocks. Running clocks keep their promise.',
  params: z.object({ policyId: Id }),
  body: z.strictObject(policyBody),
  result: SlaPolicy,
});
export const removePolicy = endpoint('DELETE /api/sla/policies/:policyId', {
  action: 'sla.manage',
  summary: 'Remove a policy. The default one stays.',
  params: z.object({ policyId: Id }),
  result: Done,
});
export const changeCalendar = endpoint('PUT /api/sla/calendar', {
  action: 'sla.manage',
  summary: 'Change opening hours for future clocks.',
  body: Calendar,
  result: Calendar,
});
