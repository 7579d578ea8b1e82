import * as z from 'zod/mini';
import { channelStates, platforms } from './channels.ts';
import { endpoint, Id, Instant } from './endpoint.ts';

/** Minutes until the first public answer. `null` means no data, never zero. */
const Duration = z.object({ n: z.number(), medianMinutes: z.nullable(z.number()), p90Minutes: z.nullable(z.number()) });

/** The lead's plain first page. Numbers cover threads opened in the window; still open ones are counted apart. */
export const Wall = z.object({
  at: Instant,
  windowDays: z.number(),
  open: z.number(),
  dueSoon: z.number(),
  breached: z.number(),
  unassigned: z.number(),
  firstResponse: Duration,
  /** Threads of the window that still wait for their first answer: not part of the median. */
  stillWaiting: z.number(),
  channels: z.array(
    z.extend(Duration, {
      id: Id,
      name: z.string(),
      platform: z.enum(platforms),
      state: z.enum(channelStates),
      lastSuccessAt: z.nullable(Instant),
      open: z.number(),
      breached: z.number(),
      stillWaiting: z.number(),
    }),
  ),
  workload: z.array(z.object({ personId: Id, name: z.string(), open: z.number(), breached: z.number() })),
});
export type Wall = z.infer<typeof Wall>;

export const getWall = endpoint('GET /api/wall', {
  action: 'wall.read',
  summary: 'Open, due soon, breached, time to first answer by channel, and who has how many open.',
  query: z.object({ days: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(90)), 7) }),
  result: Wall,
});
