import * as z from 'zod/mini';
import { hideReasons, verdicts } from '../domain/moderation.ts';
import { endpoint, Id, Instant, limited } from './endpoint.ts';

/** A comment was taken out of sight, or somebody asks for it: who, why, and what a second person said. */
export const Moderation = z.object({
  id: Id,
  commentId: Id,
  verdict: z.enum(verdicts),
  reason: z.enum(hideReasons),
  remark: z.nullable(z.string()),
  requestedBy: Id,
  requestedByName: z.string(),
  requestedAt: Instant,
  /** Null: it waits for a second person. */
  decision: z.nullable(z.enum(['approved', 'rejected', 'withdrawn'])),
  decidedBy: z.nullable(Id),
  decidedByName: z.nullable(z.string()),
  decidedAt: z.nullable(Instant),
  decisionRemark: z.nullable(z.string()),
});
export type Moderation = z.infer<typeof Moderation>;

const moderationId = z.object({ moderationId: Id });

export const listModerations = endpoint('GET /api/moderations', {
  action: 'moderation.decide',
  summary: 'Requests to hide criticism that wait for a decision, oldest first.',
  result: z.object({ waiting: z.array(z.object({ moderation: Moderation, threadId: Id })) }),
});
export const decideModeration = endpoint('POST /api/moderations/:moderationId/decision', {
  action: 'moderation.decide',
  summary: 'Approve or reject the request of somebody else to hide a comment. A rejection needs a remark.',
  params: moderationId,
  body: z.strictObject({ decision: z.enum(['approved', 'rejected']), remark: z.optional(limited(1000)) }),
  result: Moderation,
});
export const withdrawModeration = endpoint('DELETE /api/moderations/:moderationId', {
  action: 'thread.work',
  summary: 'Take back an own request that waits for a decision.',
  params: moderationId,
  result: Moderation,
});
