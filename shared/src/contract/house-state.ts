import * as z from 'zod/mini';
import { Done, endpoint, Id, Instant } from './endpoint.ts';
import { factKinds } from './live.ts';

/** Null when the fact is not kept any more. */
const Kind = z.nullable(z.enum(factKinds));

/** Where the house does not get on by itself. Empty lists when all is well. */
export const HouseState = z.object({
  /** Stand at a fact that they cannot digest, and try again. */
  stuck: z.array(
    z.object({
      follower: z.string(),
      seq: z.number(),
      kind: Kind,
      tries: z.number(),
      since: Instant,
      error: z.string(),
    }),
  ),
  /** Went on without these facts; they can be tried again. */
  setAside: z.array(
    z.object({ id: Id, follower: z.string(), seq: z.number(), kind: Kind, error: z.string(), at: Instant }),
  ),
});
export type HouseState = z.infer<typeof HouseState>;

export const getHouseState = endpoint('GET /api/house/state', {
  action: 'house.manage',
  summary: 'Facts that the house could not digest: who stands still at one, and which were set aside.',
  result: HouseState,
});
export const retryFact = endpoint('POST /api/house/set-aside/:factId/retry', {
  action: 'house.manage',
  summary: 'Let a fact that was set aside have its effect after all. 409 when it fails once more.',
  params: z.object({ factId: Id }),
  result: Done,
});
