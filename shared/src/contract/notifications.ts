import * as z from 'zod/mini';
import { topics } from '../domain/assessment.ts';
import { notifyEvents, notifyWays } from '../domain/notify/events.ts';
import { isTimeZone } from '../domain/zone-offsets.ts';
import { endpoint, Id, Instant, limited } from './endpoint.ts';
import { ThreadRow } from './threads.ts';

const Minute = z.int().check(z.minimum(0), z.maximum(1439));

/** How a person wants to be told; what is left out holds as in domain/notify/events.ts. */
export const NotifySettings = z.object({
  /** By event and way: what differs from the usual. */
  ways: z.optional(z.partialRecord(z.enum(notifyEvents), z.partialRecord(z.enum(notifyWays), z.optional(z.boolean())))),
  quiet: z.optional(
    z.object({ from: Minute, to: Minute, timeZone: limited(64).check(z.refine((zone) => isTimeZone(zone))) }),
  ),
  /** Is told of a rising storm on their channels, also in quiet hours. */
  onCall: z.optional(z.boolean()),
  /** A quiet sound with the bell, while the page is open. Off when left out. */
  sound: z.optional(z.enum(['tick', 'drop', 'chime'])),
  digests: z.optional(z.object({ daily: z.optional(z.boolean()), weekly: z.optional(z.boolean()) })),
});
export type NotifySettings = z.infer<typeof NotifySettings>;

/** What a person was told, with the threads it is about as they are now. */
export const Notification = z.object({
  id: Id,
  event: z.enum(notifyEvents),
  at: Instant,
  unread: z.boolean(),
  /** How many threads it names; the first few come along. */
  count: z.number(),
  threads: z.array(ThreadRow),
  /** Who did it, where it was one colleague. */
  by: z.nullable(z.string()),
  /** The storm it is about, by its number. */
  incident: z.nullable(z.number()),
  /** What most of that storm is about, on channels that the person sees; empty when it is about many things. */
  topics: z.array(z.enum(topics)),
  /** Why an answer came back. */
  reason: z.nullable(z.string()),
});
export type Notification = z.infer<typeof Notification>;

export const listNotifications = endpoint('GET /api/notifications', {
  action: 'self',
  summary: 'What the person was told, newest first, as far as they may still see it.',
  query: z.object({ cursor: z.optional(z.string().check(z.maxLength(200))) }),
  result: z.object({ notifications: z.array(Notification), next: z.nullable(z.string()) }),
});
export const countNotifications = endpoint('GET /api/notifications/unread', {
  action: 'self',
  summary: 'How many notifications are unread, counted up to `limit`.',
  result: z.object({ unread: z.number(), limit: z.number() }),
});
export const markNotifications = endpoint('POST /api/notifications/read', {
  action: 'self',
  summary: 'Mark notifications as read: those named, or all.',
  body: z.strictObject({ ids: z.optional(z.array(Id).check(z.maxLength(100))) }),
  result: z.object({ unread: z.number(), limit: z.number() }),
});
