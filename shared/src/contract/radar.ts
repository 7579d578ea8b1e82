import * as z from 'zod/mini';
import { levels } from '../domain/radar/level.ts';
import { playbookSteps, verdicts } from '../domain/radar/playbook.ts';
import { platforms } from './channels.ts';
import { endpoint, Id, Instant } from './endpoint.ts';

const Level = z.literal(levels);

/** More criticism than usual for some days, though no single one is striking. */
const Trend = z.object({ days: z.number(), perDay: z.number(), usualPerDay: z.number() });

/** A channel of an incident that the reader sees, with its own level and its own numbers. */
const IncidentChannel = z.object({
  id: Id,
  name: z.string(),
  platform: z.enum(platforms),
  level: Level,
  comments: z.number(),
  critics: z.number(),
  threads: z.number(),
  /** Posts under which much of it stands, by several people; the busiest first. */
  posts: z.array(z.object({ title: z.string(), url: z.nullable(z.string()), comments: z.number() })),
});

/** Numbers are those of the channels that the reader sees; so is the level of whoever does not see all of them. */
export const Incident = z.object({
  number: z.number(),
  startedAt: Instant,
  endedAt: z.nullable(Instant),
  /** Now, and at its strongest. */
  level: Level,
  peak: Level,
  channels: z.array(IncidentChannel),
  comments: z.number(),
  critics: z.number(),
  threads: z.number(),
  verdict: z.nullable(z.enum(verdicts)),
  leaderId: z.nullable(Id),
});
export type Incident = z.infer<typeof Incident>;

export const RadarWeather = z.object({
  /** When the radar looked last; null: not yet. */
  at: z.nullable(Instant),
  level: Level,
  /** Fewer than two weeks have been seen: until then a fixed rule holds. */
  learning: z.boolean(),
  /** Critical comments of the last 24 hours on the channels that the reader sees. */
  count: z.number(),
  /** As many are usual; null: not known yet. */
  expected: z.nullable(z.number()),
  trend: z.nullable(Trend),
  /** The incident that goes on. */
  incident: z.nullable(Incident),
});
export type RadarWeather = z.infer<typeof RadarWeather>;

const TimelineEntry = z.object({
  at: Instant,
  kind: z.enum(['began', 'alarm', 'rise', 'first-answer', 'lead', 'step', 'verdict', 'ended']),
  /** Who did it; null: nobody, or the house. */
  personId: z.nullable(Id),
  level: z.nullable(Level),
  step: z.nullable(z.enum(playbookSteps)),
  verdict: z.nullable(z.enum(verdicts)),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

const IncidentHour = z.object({
  at: Instant,
  comments: z.number(),
  /** null: not known then. */
  expected: z.nullable(z.number()),
  /** More come in one of twenty usual hours only; null: not known then. */
  usualUpTo: z.nullable(z.number()),
  /** Threads of the incident by the end of the hour, and how many of them were answered. */
  threads: z.number(),
  answered: z.number(),
});
export type IncidentHour = z.infer<typeof IncidentHour>;

export const IncidentReport = z.extend(Incident, {
  hours: z.array(IncidentHour),
  answered: z.number(),
  timeline: z.array(TimelineEntry),
  steps: z.array(z.object({ step: z.enum(playbookSteps), at: Instant, personId: Id })),
  lesson: z.string(),
  lessonBy: z.nullable(Id),
});
export type IncidentReport = z.infer<typeof IncidentReport>;

/** Incidents are named by their numbers, which people say to each other. */
const params = z.object({ incident: Id });

export const getRadar = endpoint('GET /api/radar', {
  action: 'radar.read',
  summary: 'How strongly criticism blows now on the channels that the person sees, and the incident that goes on.',
  result: RadarWeather,
});
export const listIncidents = endpoint('GET /api/incidents', {
  action: 'radar.read',
  summary: 'Incidents on channels that the person sees, newest first; `before` an incident number.',
  query: z.object({ before: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(2 ** 31 - 1))) }),
  result: z.object({ incidents: z.array(Incident), next: z.nullable(z.number()) }),
});
export const getIncident = endpoint('GET /api/incidents/:incident', {
  action: 'radar.read',
  summary: 'One incident with its numbers by hour, what happened when, and the steps of its playbook.',
  params,
  result: IncidentReport,
});
export const changeIncident = endpoint('PATCH /api/incidents/:incident', {
  action: 'radar.manage',
  summary: 'Tick a step of the playbook, take the lead, say whether it was one, or write down what was learnt.',
  params,
  body: z.strictObject({
    step: z.optional(z.strictObject({ name: z.enum(playbookSteps), done: z.boolean() })),
    lead: z.optional(z.literal(true)),
    verdict: z.optional(z.nullable(z.enum(verdicts))),
    lesson: z.optional(z.string().check(z.trim(), z.maxLength(2000))),
  }),
  result: IncidentReport,
});
