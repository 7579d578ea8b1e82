import * as z from 'zod/mini';
import { promiseStates } from '../domain/promise-status.ts';
import { endpoint, Id, Instant, limited } from './endpoint.ts';

/** What we have said in public that we would do, and by when. */
export const PromiseMade = z.object({
  id: Id,
  threadId: Id,
  /** The answer in which it stands; null: written down by a person. */
  replyId: z.nullable(Id),
  words: z.string(),
  dueAt: Instant,
  state: z.enum(promiseStates),
  createdAt: Instant,
  confirmedBy: z.nullable(Id),
  endedAt: z.nullable(Instant),
  endedBy: z.nullable(Id),
});
export type PromiseMade = z.infer<typeof PromiseMade>;

/** Steps that people take; a promise breaks by itself. */
const byPeople = ['confirm', 'dismiss', 'suggest', 'keep', 'reopen'] as const;

export const addPromise = endpoint('POST /api/threads/:threadId/promises', {
  action: 'reply.write',
  summary: 'Write down a promise that was made elsewhere or was not found.',
  params: z.object({ threadId: Id }),
  body: z.strictObject({ words: limited(500), dueAt: Instant }),
  result: PromiseMade,
});
export const changePromise = endpoint('PATCH /api/promises/:promiseId', {
  action: 'reply.write',
  summary: 'Confirm a promise, with its own time or another, dismiss it, mark it as kept, or take that back.',
  params: z.object({ promiseId: Id }),
  body: z.strictObject({ step: z.enum(byPeople), dueAt: z.optional(Instant) }),
  result: PromiseMade,
});
