import * as z from 'zod/mini';
import { guardCodes } from '../domain/answer-check/guard-codes.ts';
import { endpoint, Id, limited } from './endpoint.ts';
import { Reply, ReplyBody } from './replies.ts';

const params = z.object({ replyId: Id });
/** The version of the answer that was read: of two decisions at once the second answers 409 `reply.approval_decided`. */
const version = z.int();

export const approveReply = endpoint('POST /api/replies/:replyId/approval', {
  action: 'reply.approve',
  summary: 'Release a waiting answer of somebody else, changed where a text is given. It is held for the undo time.',
  params,
  body: z.strictObject({
    version,
    body: z.optional(ReplyBody),
    /** Warnings about a changed text that the decider has seen; others answer 409 `reply.guard_asks`. */
    confirmed: z._default(z.array(z.enum(guardCodes)).check(z.maxLength(guardCodes.length)), []),
    /** The thread's count that was read; another one answers 409 `reply.text_changed`. Left out: no check. */
    said: z.optional(z.int()),
  }),
  result: Reply,
});
export const holdBackReply = endpoint('DELETE /api/replies/:replyId/approval', {
  action: 'reply.approve',
  summary: 'Take an approval back while the answer is held: it waits again.',
  params,
  result: Reply,
});
export const rejectReply = endpoint('POST /api/replies/:replyId/rejection', {
  action: 'reply.approve',
  summary: 'Give a waiting answer back to its writer with a reason; the text becomes a draft again.',
  params,
  body: z.strictObject({ version, remark: limited(2000) }),
  result: Reply,
});
