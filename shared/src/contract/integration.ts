import * as z from 'zod/mini';
import { Done, endpoint, Id, Instant, limited } from './endpoint.ts';

const ExternalId = limited(300);
const Url = z.url({ protocol: /^https?$/ }).check(z.maxLength(2000));
/** Orders edits and deletions of one comment: a higher version wins, in whatever order they arrive. */
const Version = z._default(z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER - 1)), 0);

export const PushedComment = z.strictObject({
  externalId: ExternalId,
  /** The comment that this one answers, if any. */
  parentExternalId: z.optional(ExternalId),
  post: z.optional(z.strictObject({ externalId: ExternalId, title: limited(500), url: z.optional(Url) })),
  author: z.strictObject({
    externalId: ExternalId,
    name: limited(200),
    handle: z.optional(limited(200)),
    url: z.optional(Url),
    /** True for comments of your own accounts. */
    own: z._default(z.boolean(), false),
  }),
  /** Plain text; it is shown as it is. */
  body: z.string().check(z.minLength(1), z.maxLength(20_000)),
  postedAt: Instant,
  url: z.optional(Url),
  likes: z.optional(z.int().check(z.minimum(0))),
  version: Version,
});
export const PushedRemoval = z.strictObject({
  externalId: ExternalId,
  removed: z.literal(true),
  removedAt: z.optional(Instant),
  /** Left out: the removal is final. */
  version: z.optional(z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER - 1))),
});
export const Pushed = z.union([PushedComment, PushedRemoval]);

export const pushComments = endpoint('POST /api/v1/comments', {
  action: 'integration',
  summary: 'Push 1 to 500 comments, edits or removals. Idempotent by externalId; acknowledged means durable.',
  body: z.strictObject({
    comments: z.array(Pushed).check(z.minLength(1), z.maxLength(500)),
    /** Imported history never starts a clock. */
    history: z._default(z.boolean(), false),
  }),
  result: z.object({
    results: z.array(
      z.object({ externalId: z.string(), outcome: z.enum(['added', 'edited', 'removed', 'unchanged']) }),
    ),
  }),
});

export const OutgoingAnswer = z.object({
  id: Id,
  commentExternalId: z.string(),
  postExternalId: z.nullable(z.string()),
  body: z.string(),
  createdAt: Instant,
});
export const fetchReplies = endpoint('GET /api/v1/replies', {
  action: 'integration',
  summary: 'Answers that wait to be published by your system, oldest first.',
  query: z.object({ limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50) }),
  result: z.object({ replies: z.array(OutgoingAnswer) }),
});
export const confirmReply = endpoint('POST /api/v1/replies/:replyId/published', {
  action: 'integration',
  summary: 'Your system has published the answer. Saying it twice changes nothing.',
  params: z.object({ replyId: Id }),
  body: z.strictObject({ externalId: ExternalId, url: z.optional(Url) }),
  result: Done,
});
export const refuseReply = endpoint('POST /api/v1/replies/:replyId/failed', {
  action: 'integration',
  summary: 'Your system could not publish the answer; the team sees the reason.',
  params: z.object({ replyId: Id }),
  body: z.strictObject({ reason: limited(500) }),
  result: Done,
});
