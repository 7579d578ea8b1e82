import * as z from 'zod/mini';

/** Codes of everything that can go wrong; the client translates the code, never a message. */
export const problemCodes = [
  'input.invalid',
  'input.too_large',
  'input.media_type',
  'auth.required',
  'auth.wrong_credentials',
  'auth.throttled',
  'auth.forbidden',
  'auth.csrf',
  'auth.token_used',
  'auth.token_invalid',
  'auth.weak_password',
  'auth.wrong_password',
  'setup.done',
  'not_found',
  'conflict.version',
  'conflict.idempotency',
  'thread.already_resolved',
  'thread.not_resolved',
  'thread.reason_needed',
  'reply.too_long',
  'reply.empty',
  'reply.not_supported',
  'reply.already_open',
  'reply.comment_gone',
  'reply.not_undoable',
  'reply.wrong_state',
  'channel.unreachable',
  'channel.wrong_credentials',
  'channel.no_rights',
  'channel.not_a_blog',
  'channel.not_a_feed',
  'channel.auth_header_stripped',
  'channel.blocked_address',
  'channel.timeout',
  'channel.tls',
  'channel.unexpected_answer',
  'channel.not_manageable',
  'team.email_taken',
  'team.last_admin',
  'sla.policy_default',
  'demo.not_running',
  'rate.limited',
  'server.busy',
  'server.failed',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** RFC 9457 body of every error answer. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(problemCodes),
  detail: z.optional(z.string()),
  requestId: z.optional(z.string()),
  /** Where the input is wrong: path as `body.email`, and zod's issue code. */
  fields: z.optional(z.array(z.object({ path: z.string(), code: z.string() }))),
  /** What the caller may need to go on, for example the id of the answer that is in the way. */
  context: z.optional(z.record(z.string(), z.string())),
});
export type Problem = z.infer<typeof Problem>;
