import * as z from 'zod/mini';
import { resolveReasons } from '../domain/thread-status.ts';
import { Done, endpoint, Id, Instant, limited } from './endpoint.ts';
import { problemCodes } from './problem.ts';
import { SearchText, ThreadRow } from './threads.ts';

/** Limits of tags: how many a thread and the whole house may have; more answers 422 `tag.too_many`. */
export const mostTagsOfThread = 20;
export const mostTagsOfHouse = 200;
/** Threads that one request may change. */
export const mostThreadsAtOnce = 500;

const threadId = z.object({ threadId: Id });
const TagName = limited(40);
const TagNames = z.array(TagName).check(z.maxLength(mostTagsOfThread));

export const claimThread = endpoint('POST /api/threads/:threadId/claim', {
  action: 'thread.work',
  summary:
    'Take a thread that nobody has; of several at once one gets it, the others read 409 `thread.claimed` with who has it. `takeOverFrom` takes it from whoever has it under this claim number.',
  params: threadId,
  body: z.strictObject({ takeOverFrom: z.optional(z.int()) }),
  result: ThreadRow,
});
export const releaseThread = endpoint('DELETE /api/threads/:threadId/claim', {
  action: 'thread.work',
  summary: 'Give a thread back: the own one, or as a lead anybody’s.',
  params: threadId,
  result: ThreadRow,
});

/** `pastDue`: the person knows that the deadline passes meanwhile; without it that answers 409 `thread.snooze_past_due`. */
const Snooze = { until: Instant, pastDue: z.optional(z.boolean()) };
export const snoozeThread = endpoint('PUT /api/threads/:threadId/snooze', {
  action: 'thread.work',
  summary: 'Put a thread out of sight until a time or until somebody outside writes; its clocks run on.',
  params: threadId,
  body: z.strictObject(Snooze),
  result: ThreadRow,
});
export const wakeThread = endpoint('DELETE /api/threads/:threadId/snooze', {
  action: 'thread.work',
  summary: 'Bring a snoozed thread back.',
  params: threadId,
  result: ThreadRow,
});

const TagChange = { add: z.optional(TagNames), remove: z.optional(TagNames) };
export const listTags = endpoint('GET /api/tags', {
  action: 'thread.read',
  summary: 'The tags of threads that the caller may see by name, with the number of these threads.',
  result: z.object({ tags: z.array(z.object({ name: z.string(), threads: z.number() })) }),
});
export const tagThread = endpoint('PATCH /api/threads/:threadId/tags', {
  action: 'thread.work',
  summary: 'Add and remove tags by name; a new name makes a tag. Case and umlauts make no difference.',
  params: threadId,
  body: z.strictObject(TagChange),
  result: ThreadRow,
});

export const markRead = endpoint('PUT /api/threads/:threadId/read', {
  action: 'thread.read',
  summary: 'Remember, for the caller alone, up to which activity a thread was read.',
  params: threadId,
  body: z.strictObject({ until: Instant }),
  result: Done,
});
export const markUnread = endpoint('DELETE /api/threads/:threadId/read', {
  action: 'thread.read',
  summary: 'Forget, for the caller alone, that a thread was read.',
  params: threadId,
  result: Done,
});

/** What can be done to many threads at once. `from`: only where that person is in charge by then. */
export const BulkAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('claim') }),
  z.strictObject({ kind: z.literal('assign'), assigneeId: z.nullable(Id), from: z.optional(z.nullable(Id)) }),
  z.strictObject({ kind: z.literal('resolve'), reason: z.optional(z.enum(resolveReasons)) }),
  z.strictObject({ kind: z.literal('reopen') }),
  z.strictObject({ kind: z.literal('tag'), ...TagChange }),
  z.strictObject({ kind: z.literal('snooze'), ...Snooze }),
  z.strictObject({ kind: z.literal('wake') }),
  z.strictObject({ kind: z.literal('read') }),
  z.strictObject({ kind: z.literal('unread') }),
]);
export type BulkAction = z.infer<typeof BulkAction>;

const ThreadIds = z.array(Id).check(z.maxLength(mostThreadsAtOnce));

/** A thread that was left as it is, and why; `who` is the person who has it. */
export const Skipped = z.object({
  threadId: Id,
  name: z.string(),
  code: z.enum(problemCodes),
  who: z.optional(z.string()),
});
export type Skipped = z.infer<typeof Skipped>;

export const BulkResult = z.object({
  done: z.array(Id),
  skipped: z.array(Skipped),
  /** The search finds more threads than one request may change. */
  more: z.boolean(),
  /** What to ask for to take all of it back. */
  undo: z.array(z.object({ threadIds: ThreadIds, action: BulkAction })),
});
export type BulkResult = z.infer<typeof BulkResult>;

export const workOnThreads = endpoint('POST /api/threads/bulk', {
  action: 'thread.read',
  summary: 'One action on up to 500 threads, named or found by a search; tells which were done and which not, and why.',
  body: z.strictObject({
    threadIds: z.optional(ThreadIds),
    /** All threads that this search finds. */
    q: z.optional(SearchText),
    action: BulkAction,
  }),
  result: BulkResult,
});
