import * as z from 'zod/mini';
import { platforms } from './channels.ts';
import { Done, endpoint, Id, Instant, limited } from './endpoint.ts';
import { ReplyBody } from './replies.ts';
import { locales, registers } from './team.ts';

/** What a link is for: to write an answer to a comment, or to decide about one that waits. */
export const guestPurposes = ['write', 'approve'] as const;
export const guestLinkStates = ['open', 'used', 'revoked', 'expired'] as const;

/** A link for one person outside, as the team sees it: without its token. */
export const GuestLink = z.object({
  id: Id,
  purpose: z.enum(guestPurposes),
  commentId: Id,
  replyId: z.nullable(Id),
  guestName: z.string(),
  request: z.nullable(z.string()),
  invitedBy: z.nullable(z.string()),
  createdAt: Instant,
  expiresAt: Instant,
  state: z.enum(guestLinkStates),
});
export type GuestLink = z.infer<typeof GuestLink>;

/** All that the guest gets to see: one comment, what we have answered in public there, and the proposed text. */
export const GuestView = z.object({
  houseName: z.string(),
  locale: z.enum(locales),
  register: z.enum(registers),
  purpose: z.enum(guestPurposes),
  guestName: z.string(),
  request: z.nullable(z.string()),
  expiresAt: Instant,
  comment: z.object({
    authorName: z.string(),
    platform: z.enum(platforms),
    body: z.string(),
    language: z.nullable(z.string()),
    postedAt: Instant,
    /** Names this text; a decision carries it, so that nobody decides about words that have changed. */
    mark: z.string(),
  }),
  answers: z.array(z.object({ body: z.string(), publishedAt: Instant })),
  proposed: z.nullable(z.object({ body: z.string(), version: z.number() })),
  maxLength: z.nullable(z.number()),
});
export type GuestView = z.infer<typeof GuestView>;

const threadId = z.object({ threadId: Id });
const token = z.object({ token: z.string().check(z.minLength(20), z.maxLength(200)) });

export const inviteGuest = endpoint('POST /api/threads/:threadId/guests', {
  action: 'reply.approve',
  summary: 'A link for one person outside, for one answer. It is shown once, works once, and expires.',
  params: threadId,
  body: z.strictObject({
    purpose: z.enum(guestPurposes),
    /** The comment to be answered (`write`), or the waiting answer to decide about (`approve`). */
    commentId: z.optional(Id),
    replyId: z.optional(Id),
    guestName: limited(80),
    request: z.optional(limited(2000)),
    hours: z._default(z.int().check(z.minimum(1), z.maximum(168)), 48),
  }),
  result: z.object({ guest: GuestLink, link: z.string() }),
});
export const listGuests = endpoint('GET /api/threads/:threadId/guests', {
  action: 'reply.approve',
  summary: 'The links that were made for a thread, newest first.',
  params: threadId,
  result: z.object({ guests: z.array(GuestLink) }),
});
export const revokeGuest = endpoint('DELETE /api/guests/:guestId', {
  action: 'reply.approve',
  summary: 'Revoke a link that was not used yet; it stops working at once.',
  params: z.object({ guestId: Id }),
  result: Done,
});
export const readGuestLink = endpoint('GET /api/guest/:token', {
  action: 'public',
  summary: 'What a link shows to its guest. Unknown, expired and revoked ones answer alike; a used one 410.',
  params: token,
  result: GuestView,
});
export const answerGuestLink = endpoint('POST /api/guest/:token', {
  action: 'public',
  summary: 'The guest writes the answer, or decides about the proposed one. Uses the link up.',
  params: token,
  body: z.strictObject({
    decision: z.enum(['write', 'approve', 'reject']),
    /** The written answer, or the proposed one as the guest has changed it. */
    body: z.optional(ReplyBody),
    /** Why it may not go out like this. */
    remark: z.optional(limited(2000)),
    /** Version of the proposed answer and mark of the comment, as they were read. */
    version: z.optional(z.int()),
    mark: z.optional(z.string().check(z.maxLength(64))),
  }),
  result: Done,
});
