import * as z from 'zod/mini';
import { endpoint, Id, Instant } from './endpoint.ts';
import { ThreadRow } from './threads.ts';

/** Everything that is recorded. A fact is written in the transaction that makes it true. */
export const factKinds = [
  'comment.received',
  'comment.edited',
  'comment.removed',
  'comment.restored',
  'comment.corrected',
  'comment.moderated',
  'thread.assigned',
  'thread.resolved',
  'thread.reopened',
  'thread.merged',
  'thread.split',
  'thread.taken-over',
  'thread.snoozed',
  'thread.woken',
  'thread.tagged',
  'author.linked',
  'note.added',
  'draft.changed',
  'reply.submitted',
  'reply.approved',
  'reply.rejected',
  'guest.invited',
  'guest.revoked',
  'guest.answered',
  'reply.queued',
  'reply.withdrawn',
  'reply.publishing',
  'reply.published',
  'reply.accepted',
  'reply.failed',
  'reply.unconfirmed',
  'reply.by-hand',
  'reply.discarded',
  'comment.acted',
  'moderation.asked',
  'moderation.decided',
  'promise.suggested',
  'promise.changed',
  'promise.due-soon',
  'promise.broken',
  'radar.rose',
  'radar.changed',
  'radar.ended',
  'review.saved',
  'review.disputed',
  'review.dispute-ready',
  'review.decided',
  'review.proposed',
  'review.consented',
  'review.calibration-opened',
  'review.calibration-scored',
  'review.calibration-closed',
  'sla.due-soon',
  'sla.breached',
  'sla.promised-anew',
  'channel.added',
  'channel.changed',
  'channel.removed',
  'bell.rung',
  'figures.switched',
  'figures.viewed',
  'person.changed',
  'report.exported',
  'report.sent',
  'report.scheduled',
  'person.invited',
  'person.uninvited',
  'session.opened',
  'session.refused',
  'session.closed',
  'house.changed',
  'house.alarmed',
  'audit.viewed',
] as const;
export type FactKind = (typeof factKinds)[number];

/** Recorded to be traceable: who takes figures away, or signs in when, is nobody's news. */
export const untoldFacts: readonly FactKind[] = [
  'report.exported',
  'report.sent',
  'report.scheduled',
  'review.dispute-ready',
  'bell.rung',
  'house.alarmed',
  'figures.viewed',
  'audit.viewed',
  'person.invited',
  'person.uninvited',
  'session.opened',
  'session.refused',
  'session.closed',
];

/** One fact as the browser gets it: what happened, and how the thread looks now (null: gone or merged). */
export const Fact = z.object({
  seq: z.number(),
  at: Instant,
  kind: z.enum(factKinds),
  channelId: z.nullable(Id),
  threadId: z.nullable(Id),
  personId: z.nullable(Id),
  thread: z.nullable(ThreadRow),
  /** Of a note: whom it mentions. */
  mentions: z.optional(z.array(Id)),
});
export type Fact = z.infer<typeof Fact>;

/**
 * What the server emits on the socket as `facts`, and answers to those who were away. `seq` is how far it reaches;
 * `reset`: too much happened to tell it one by one, fetch everything again.
 */
export const Facts = z.object({ facts: z.array(Fact), seq: z.number(), reset: z.boolean(), serverNow: Instant });
export type Facts = z.infer<typeof Facts>;

export const listFacts = endpoint('GET /api/facts', {
  action: 'thread.read',
  summary: 'Facts after a sequence number, oldest first; `reset` when too many were missed.',
  query: z.object({ after: z.coerce.number().check(z.int(), z.minimum(0)) }),
  result: Facts,
});
