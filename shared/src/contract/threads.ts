import * as z from 'zod/mini';
import { approvalRules } from '../domain/approval-codes.ts';
import { sentiments, topics } from '../domain/assessment.ts';
import { hideReasons, platformActs, verdicts } from '../domain/moderation.ts';
import { replyStates } from '../domain/reply-status.ts';
import { countedViews, defaultViews } from '../domain/search/default-views.ts';
import { SEARCH_LENGTH } from '../domain/search/search-error.ts';
import { resolveReasons, threadStatuses } from '../domain/thread-status.ts';
import { Capabilities, platforms } from './channels.ts';
import { Draft } from './drafts.ts';
import { endpoint, Id, Instant, limited } from './endpoint.ts';
import { Moderation } from './moderation.ts';
import { PromiseMade } from './promises.ts';
import { Reply } from './replies.ts';
import { dueKinds, SlaClock } from './sla.ts';

const Sentiment = z.enum(sentiments);
const Topic = z.enum(topics);
const Urgency = z.literal([0, 1, 2]);
const Reason = z.object({ code: z.string(), words: z.array(z.string()) });

export const Author = z.object({
  id: Id,
  name: z.string(),
  handle: z.nullable(z.string()),
  url: z.nullable(z.string()),
  /** One of our own accounts. */
  own: z.boolean(),
});
export type Author = z.infer<typeof Author>;

/** What is due first in a thread: a running clock, or a promise of ours in public. */
export const Due = z.object({
  kind: z.enum(dueKinds),
  startedAt: Instant,
  soonAt: Instant,
  dueAt: Instant,
  breachedAt: z.nullable(Instant),
});
export type Due = z.infer<typeof Due>;

/** One row of the queue. */
export const ThreadRow = z.object({
  id: Id,
  /** Short number on the key tag. */
  number: z.number(),
  channelId: Id,
  platform: z.enum(platforms),
  channelName: z.string(),
  author: Author,
  excerpt: z.string(),
  language: z.nullable(z.string()),
  sentiment: Sentiment,
  topics: z.array(Topic),
  urgency: Urgency,
  needsAnswer: z.boolean(),
  status: z.enum(threadStatuses),
  resolvedReason: z.nullable(z.enum(resolveReasons)),
  resolvedBy: z.nullable(Id),
  assigneeId: z.nullable(Id),
  due: z.nullable(Due),
  /** State of the newest answer that is not yet public, or null. */
  replyState: z.nullable(z.enum(replyStates)),
  comments: z.number(),
  /** Out of sight until then, or until somebody outside speaks again. */
  snoozedUntil: z.nullable(Instant),
  tags: z.array(z.string()),
  /** Counts who was put in charge; an answer names the number under which it was written. */
  claim: z.number(),
  /** Counts what people outside wrote, changed or took back; an answer names the number that its writer has read. */
  said: z.number(),
  /** The earliest confirmed promise of ours that is still to be kept. */
  promiseDueAt: z.nullable(Instant),
  openedAt: Instant,
  lastActivityAt: Instant,
  /** Order of the queue: rows sort by (queueAt, id). */
  queueAt: Instant,
  version: z.number(),
});
export type ThreadRow = z.infer<typeof ThreadRow>;

export const Comment = z.object({
  id: Id,
  author: Author,
  body: z.string(),
  language: z.nullable(z.string()),
  sentiment: Sentiment,
  sentimentScore: z.nullable(z.number()),
  confidence: z.number(),
  /** Words that led to the sentiment; negative weights speak for criticism. */
  evidence: z.array(z.object({ text: z.string(), weight: z.number() })),
  topics: z.array(Topic),
  urgency: Urgency,
  reasons: z.array(Reason),
  corrected: z.boolean(),
  parentId: z.nullable(Id),
  postedAt: Instant,
  receivedAt: Instant,
  editedAt: z.nullable(Instant),
  removedAt: z.nullable(Instant),
  visibility: z.enum(['public', 'held', 'spam', 'hidden']),
  url: z.nullable(z.string()),
  likes: z.nullable(z.number()),
  /** Liked by our own account, from here. */
  liked: z.boolean(),
  /** Asked of the platform, which has not confirmed it; null: all is known. */
  unsettledAct: z.nullable(z.enum(platformActs)),
});
export type Comment = z.infer<typeof Comment>;

export const Note = z.object({
  id: Id,
  personId: z.nullable(Id),
  personName: z.string(),
  body: z.string(),
  /** Colleagues whom it is meant for. */
  mentions: z.array(Id),
  createdAt: Instant,
});
export type Note = z.infer<typeof Note>;

export const Thread = z.object({
  row: ThreadRow,
  post: z.nullable(z.object({ title: z.string(), url: z.nullable(z.string()) })),
  channel: z.object({
    can: Capabilities,
    replyRegister: z.enum(['sie', 'du']),
    /** Domains, e-mail addresses and numbers of our own, which answers may name. */
    ownAddresses: z.array(z.string()),
    private: z.boolean(),
    approval: z.enum(approvalRules),
    approvalReach: z.number(),
  }),
  comments: z.array(Comment),
  replies: z.array(Reply),
  /** One's own, and those that colleagues share. */
  drafts: z.array(Draft),
  notes: z.array(Note),
  moderations: z.array(Moderation),
  clocks: z.array(SlaClock),
  promises: z.array(PromiseMade),
  /** It belongs to an incident of the radar that goes on. */
  inStorm: z.boolean(),
  /** Up to which activity the caller has read it; null: never. */
  readAt: z.nullable(Instant),
});
export type Thread = z.infer<typeof Thread>;

/** Text of a search in German or English; see docs/SEARCH.md. Empty: everything that one may see. */
export const SearchText = z.string().check(z.maxLength(SEARCH_LENGTH));

const threadId = z.object({ threadId: Id });
/** The version the client has seen; another one answers 409 `conflict.version`. Left out: no check. */
const version = z.optional(z.int());

export const listThreads = endpoint('GET /api/threads', {
  action: 'thread.read',
  summary: 'The threads that a search finds. Keyset paging by `cursor`; by relevance there is one page.',
  query: z.object({
    q: z._default(SearchText, defaultViews.open),
    cursor: z.optional(z.string().check(z.maxLength(200))),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  }),
  result: z.object({
    threads: z.array(ThreadRow),
    /** Up to which activity the caller has read them, by id; those never read are left out. */
    reads: z.record(Id, Instant),
    next: z.nullable(z.string()),
  }),
});
export const countThreads = endpoint('GET /api/threads/counts', {
  action: 'thread.read',
  summary: 'How many threads each standard view has; counting stops at `limit`.',
  result: z.object({ views: z.record(z.enum(countedViews), z.number()), limit: z.number() }),
});
export const getThread = endpoint('GET /api/threads/:threadId', {
  action: 'thread.read',
  summary: 'A thread with comments, answers, notes and clocks.',
  params: threadId,
  result: Thread,
});
export const listMergeable = endpoint('GET /api/threads/:threadId/mergeable', {
  action: 'thread.read',
  summary: 'Threads of the same channel that may become part of this one: by the same author, or by number or name.',
  params: threadId,
  query: z.object({ text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))) }),
  result: z.object({ threads: z.array(ThreadRow) }),
});
/** Earlier threads of the same author, and of accounts that are linked to theirs, on channels that the person may see, newest first. */
export const getThreadContext = endpoint('GET /api/threads/:threadId/context', {
  action: 'thread.read',
  summary: "The author's earlier threads.",
  params: threadId,
  result: z.object({ author: Author, earlier: z.array(ThreadRow), total: z.number() }),
});
export const assignThread = endpoint('POST /api/threads/:threadId/assignment', {
  action: 'thread.work',
  summary: 'Assign to a colleague who belongs to the channel, or to nobody.',
  params: threadId,
  body: z.strictObject({ assigneeId: z.nullable(Id), version }),
  result: ThreadRow,
});
export const resolveThread = endpoint('POST /api/threads/:threadId/resolution', {
  action: 'thread.work',
  summary: 'Resolve. A reason is needed when no public answer was given.',
  params: threadId,
  body: z.strictObject({ reason: z.optional(z.enum(resolveReasons)), version }),
  result: ThreadRow,
});
export const reopenThread = endpoint('DELETE /api/threads/:threadId/resolution', {
  action: 'thread.work',
  summary: 'Open a resolved or waiting thread again.',
  params: threadId,
  result: ThreadRow,
});
const idList = (most: number) => z.array(Id).check(z.minLength(1), z.maxLength(most));

/** What a thread was made of before it became part of another one: splitting exactly that off undoes the merge. */
export const Merged = z.object({
  threadId: Id,
  number: z.number(),
  commentIds: z.array(Id),
  noteIds: z.array(Id),
});
export type Merged = z.infer<typeof Merged>;

export const mergeThreads = endpoint('POST /api/threads/:threadId/merge', {
  action: 'thread.work',
  summary: 'Make threads of the same channel part of this one; the old addresses lead here.',
  params: threadId,
  body: z.strictObject({ from: idList(20) }),
  result: z.object({ row: ThreadRow, merged: z.array(Merged) }),
});
export const splitThread = endpoint('POST /api/threads/:threadId/split', {
  action: 'thread.work',
  summary: 'Move comments, with the answers to them, to a thread of their own, and notes on request. They stay apart.',
  params: threadId,
  body: z.strictObject({ commentIds: idList(1000), noteIds: z.optional(z.array(Id).check(z.maxLength(1000))) }),
  result: z.object({ row: ThreadRow, split: ThreadRow }),
});
export const addNote = endpoint('POST /api/threads/:threadId/notes', {
  action: 'note.write',
  summary: 'An internal note; never leaves the house. Whom it mentions has to belong to the channel.',
  params: threadId,
  body: z.strictObject({ body: limited(8000), mentions: z.optional(z.array(Id).check(z.maxLength(20))) }),
  result: Note,
});
export const correctComment = endpoint('PATCH /api/comments/:commentId/assessment', {
  action: 'thread.work',
  summary: 'Correct sentiment or topics; stored as a labelled example.',
  params: z.object({ commentId: Id }),
  body: z.strictObject({
    sentiment: z.optional(z.enum(['negative', 'mixed', 'neutral', 'positive'])),
    topics: z.optional(z.array(Topic).check(z.maxLength(4))),
  }),
  result: Comment,
});
const commentId = z.object({ commentId: Id });

export const moderateComment = endpoint('POST /api/comments/:commentId/moderation', {
  action: 'thread.work',
  summary:
    'Hide, show, approve, hold or mark as spam on the platform. Taking away criticism waits for a second person.',
  params: commentId,
  body: z.strictObject({
    verdict: z.enum(verdicts),
    /** Needed to take a comment out of sight; for spam it is `spam` when left out. */
    reason: z.optional(z.enum(hideReasons)),
    remark: z.optional(limited(1000)),
  }),
  /** With a request nothing has happened yet. */
  result: z.object({ comment: Comment, request: z.nullable(Moderation) }),
});
export const likeComment = endpoint('PUT /api/comments/:commentId/like', {
  action: 'thread.work',
  summary: 'Like it with our own account.',
  params: commentId,
  result: Comment,
});
export const unlikeComment = endpoint('DELETE /api/comments/:commentId/like', {
  action: 'thread.work',
  summary: 'Take our like back.',
  params: commentId,
  result: Comment,
});
export const settleComment = endpoint('POST /api/comments/:commentId/settlement', {
  action: 'thread.work',
  summary: 'Look whether the platform did what it has not confirmed, and ask again if not.',
  params: commentId,
  result: Comment,
});
