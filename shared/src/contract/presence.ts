import * as z from 'zod/mini';
import { Id, Instant } from './endpoint.ts';

/** `sees`: has the thread open. `writes`: is writing a public answer. The third level is who is in charge: `assigneeId`. */
export const presenceLevels = ['sees', 'writes'] as const;
export type PresenceLevel = (typeof presenceLevels)[number];

/** One person at one thread, however many windows they have. */
export const Presence = z.object({
  threadId: Id,
  channelId: Id,
  personId: Id,
  level: z.enum(presenceLevels),
  /** Since when at this level. */
  since: Instant,
});
export type Presence = z.infer<typeof Presence>;

/** Emitted on the socket as `presence`: who is at the threads of a channel now; null: of all that the browser hears of. */
export const Presences = z.object({ channelId: z.nullable(Id), present: z.array(Presence) });
export type Presences = z.infer<typeof Presences>;

/** What a browser tells on the socket as `presence`; without a thread: at none any more. Nothing of it is recorded. */
export const ShownPresence = z.strictObject({ threadId: z.nullable(Id), level: z.enum(presenceLevels) });
export type ShownPresence = z.infer<typeof ShownPresence>;

/** The answer to each event of a browser; `code` is a problem code. */
export interface Heard {
  readonly ok: boolean;
  readonly code?: string;
}

/** How long a presence counts without a sign of life of its browser. */
export const presenceLeaseSeconds = 90;
