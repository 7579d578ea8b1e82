import * as z from 'zod/mini';
import { guardCodes } from '../domain/answer-check/guard-codes.ts';
import { approvalReasonCodes } from '../domain/approval-codes.ts';
import { replyStates } from '../domain/reply-status.ts';
import { endpoint, Id, Instant } from './endpoint.ts';

export const failureKinds = ['retry', 'reauthorise', 'rejected', 'unconfirmed', 'absent'] as const;

export const approvalDecisions = ['approved', 'changed', 'rejected', 'superseded', 'withdrawn'] as const;
export type ApprovalDecision = (typeof approvalDecisions)[number];

/** Four eyes: why a second person had to see an answer, and what they said. */
export const Approval = z.object({
  reasons: z.array(z.enum(approvalReasonCodes)),
  requestedAt: Instant,
  /** null: it waits. */
  decision: z.nullable(z.enum(approvalDecisions)),
  decidedAt: z.nullable(Instant),
  /** A colleague, or the guest whose link was used. */
  decidedBy: z.nullable(z.string()),
  byGuest: z.boolean(),
  remark: z.nullable(z.string()),
  /** The text that was submitted, where the decider changed it. */
  bodyBefore: z.nullable(z.string()),
});
export type Approval = z.infer<typeof Approval>;

export const Reply = z.object({
  id: Id,
  threadId: Id,
  /** The comment that is answered. */
  commentId: Id,
  personId: z.nullable(Id),
  personName: z.nullable(z.string()),
  body: z.string(),
  state: z.enum(replyStates),
  createdAt: Instant,
  /** Until when it is held and can be undone. */
  holdUntil: z.nullable(Instant),
  publishedAt: z.nullable(Instant),
  url: z.nullable(z.string()),
  /** Why it failed or is not certain: kind for the words, detail from the platform (plain text). */
  failure: z.nullable(z.object({ kind: z.enum(failureKinds), detail: z.string() })),
  /** How often it was sent or looked for. */
  attempts: z.number(),
  /** For answers by hand: where to paste the text. */
  openUrl: z.nullable(z.string()),
  /** null: nobody had to release it. */
  approval: z.nullable(Approval),
  /** Who wrote it from outside; `personName` is then who asked them to. */
  guestName: z.nullable(z.string()),
  /** Counts changes; a decision names the one that was read. */
  version: z.number(),
});
export type Reply = z.infer<typeof Reply>;

/** For answers and notes, also where a platform would take more. */
export const longestText = 8000;
/** The text of an answer as it goes out: plain, trimmed, at most 8,000 characters (platforms allow less). */
export const ReplyBody = z.string().check(z.trim(), z.minLength(1), z.maxLength(longestText));
const replyId = z.object({ replyId: Id });

export const createReply = endpoint('POST /api/threads/:threadId/replies', {
  action: 'reply.write',
  summary: 'Answer in public. Held for the undo time, then published exactly once. The same key gives the same answer.',
  params: z.object({ threadId: Id }),
  body: z.strictObject({
    commentId: Id,
    body: ReplyBody,
    /** Chosen by the editor when it opens; a double click or a retry finds the first answer. */
    idempotencyKey: z.string().check(z.minLength(8), z.maxLength(64)),
    /** Resolve the thread once the platform has the answer. */
    resolve: z._default(z.boolean(), false),
    /**
     * The thread's `said` that the writer has read; another number answers 409 `reply.text_changed` with the present
     * one. Left out: nobody outside may have spoken, edited or taken back anything since the answered comment came.
     */
    said: z.optional(z.int()),
    /** The thread's `claim` when the writer began; 409 `thread.claim_lost` when somebody else has taken it over since. */
    claim: z.optional(z.int()),
    /** Answer a comment once more that has a public answer; otherwise 409 `reply.second_answer` with that answer's id. */
    second: z._default(z.boolean(), false),
    /** Send although a colleague is writing here; otherwise 409 `reply.someone_writes` with that person's id. */
    alongside: z._default(z.boolean(), false),
    /** Warnings that the writer has seen: see domain/answer-check/guard-codes.ts; others answer 409 `reply.guard_asks`. */
    confirmed: z._default(z.array(z.enum(guardCodes)).check(z.maxLength(guardCodes.length)), []),
    /** The snippet that the text began with. */
    snippetId: z.optional(Id),
    /** A second person shall see it first, whatever the channel's rule says. */
    approval: z._default(z.boolean(), false),
    /** The waiting answer to the same comment whose place this one takes; its text is kept. */
    supersedes: z.optional(Id),
  }),
  result: Reply,
});
export const listRecentAnswers = endpoint('GET /api/channels/:channelId/answers', {
  action: 'reply.write',
  summary: 'The texts of the last 20 public answers on a channel, newest first: a new one should not repeat them.',
  params: z.object({ channelId: Id }),
  result: z.object({ answers: z.array(z.string()) }),
});
export const undoReply = endpoint('POST /api/replies/:replyId/undo', {
  action: 'reply.write',
  summary: 'Take a held or waiting answer back; it becomes a draft.',
  params: replyId,
  result: Reply,
});
export const retryReply = endpoint('POST /api/replies/:replyId/retry', {
  action: 'reply.write',
  summary: 'Send a failed answer again, on purpose. Looks at the platform first.',
  params: replyId,
  result: Reply,
});
export const discardReply = endpoint('POST /api/replies/:replyId/discard', {
  action: 'reply.write',
  summary: 'Give a failed answer up; its text becomes a draft.',
  params: replyId,
  result: Reply,
});
export const checkReply = endpoint('POST /api/replies/:replyId/check', {
  action: 'reply.write',
  summary: 'Look for an unconfirmed answer on the platform now.',
  params: replyId,
  result: Reply,
});
export const markAnswered = endpoint('POST /api/replies/:replyId/answered', {
  action: 'reply.write',
  summary: 'The answer was posted by hand.',
  params: replyId,
  body: z.strictObject({ url: z.optional(z.url({ protocol: /^https?$/ }).check(z.maxLength(2000))) }),
  result: Reply,
});
