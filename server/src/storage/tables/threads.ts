import type { ClockKind } from '@stammgast/shared/contract/sla';
import type { Evidence, Reason, Sentiment, Topic, Urgency } from '@stammgast/shared/domain/assessment';
import type { ReplyState } from '@stammgast/shared/domain/reply-status';
import type { ResolveReason, ThreadStatus } from '@stammgast/shared/domain/thread-status';
import type { Columns } from '../columns.postgres.ts';

/** What people outside say, and the units of work it is gathered in. Deletions never cascade. */
export function defineThreads(c: Columns) {
  const authors = c.table(
    'authors',
    {
      id: c.id(),
      channelId: c.text().notNull(),
      externalId: c.text().notNull(),
      name: c.text().notNull(),
      handle: c.text(),
      url: c.text(),
      own: c.boolean().notNull().default(false),
    },
    (t) => [c.uniqueIndex('authors_channel_external').on(t.channelId, t.externalId)],
  );

  const posts = c.table(
    'posts',
    {
      id: c.id(),
      channelId: c.text().notNull(),
      externalId: c.text().notNull(),
      title: c.text().notNull(),
      url: c.text(),
    },
    (t) => [c.uniqueIndex('posts_channel_external').on(t.channelId, t.externalId)],
  );

  const threads = c.table(
    'threads',
    {
      number: c.seq(),
      id: c.text().notNull(),
      channelId: c.text().notNull(),
      postId: c.text(),
      authorId: c.text().notNull().references(() => authors.id),
      status: c.text().$type<ThreadStatus>().notNull().default('open'),
      resolvedReason: c.text().$type<ResolveReason>(),
      resolvedBy: c.text(),
      resolvedAt: c.instant(),
      assigneeId: c.text(),
      /** Taken from the newest comment of the critic that is still there. */
      excerpt: c.text().notNull(),
      language: c.text(),
      sentiment: c.text().$type<Sentiment>().notNull(),
      topics: c.json<Topic[]>().notNull(),
      urgency: c.integer().$type<Urgency>().notNull().default(0),
      needsAnswer: c.boolean().notNull().default(false),
      comments: c.integer().notNull().default(0),
      /** The running clock that is due first. */
      dueKind: c.text().$type<ClockKind>(),
      dueStartedAt: c.instant(),
      soonAt: c.instant(),
      dueAt: c.instant(),
      breachedAt: c.instant(),
      replyState: c.text().$type<ReplyState>(),
      openedAt: c.instant().notNull(),
      lastActivityAt: c.instant().notNull(),
      /** Order of the queue: the due time, or far in the future by age when nothing is due. */
      queueAt: c.instant().notNull(),
      version: c.integer().notNull().default(1),
    },
    (t) => [
      c.uniqueIndex('threads_id').on(t.id),
      c.index('threads_queue').on(t.status, t.queueAt, t.id),
      c.index('threads_channel_queue').on(t.channelId, t.status, t.queueAt, t.id),
      c.index('threads_assignee_queue').on(t.assigneeId, t.status, t.queueAt, t.id),
      c.index('threads_author').on(t.authorId, t.openedAt),
      c.index('threads_opened').on(t.openedAt),
      c.index('threads_reply_state').on(t.replyState),
    ],
  );

  const comments = c.table(
    'comments',
    {
      seq: c.seq(),
      id: c.text().notNull(),
      channelId: c.text().notNull(),
      threadId: c.text().notNull(),
      authorId: c.text().notNull().references(() => authors.id),
      postId: c.text(),
      externalId: c.text().notNull(),
      parentExternalId: c.text(),
      own: c.boolean().notNull().default(false),
      /** Plain text, as the platform gave it without mark-up. */
      body: c.text().notNull(),
      /** Search form of body and author name; empty when removed. */
      stems: c.text().notNull(),
      /** Version of the text; -1: readings without versions, the last one counts. */
      version: c.bigint().notNull(),
      /** Version of the newest removal, if any: the comment is gone while it is not older than the text. */
      removedVersion: c.bigint(),
      visibility: c.text().$type<'public' | 'held' | 'spam'>().notNull().default('public'),
      url: c.text(),
      likes: c.integer(),
      postedAt: c.instant().notNull(),
      receivedAt: c.instant().notNull(),
      editedAt: c.instant(),
      removedAt: c.instant(),
      language: c.text(),
      sentiment: c.text().$type<Sentiment>().notNull(),
      sentimentScore: c.real(),
      confidence: c.real().notNull(),
      evidence: c.json<readonly Evidence[]>().notNull(),
      topics: c.json<readonly Topic[]>().notNull(),
      urgency: c.integer().$type<Urgency>().notNull().default(0),
      reasons: c.json<readonly Reason[]>().notNull(),
      needsAnswer: c.boolean().notNull().default(false),
      corrected: c.boolean().notNull().default(false),
    },
    (t) => [
      c.uniqueIndex('comments_id').on(t.id),
      c.uniqueIndex('comments_channel_external').on(t.channelId, t.externalId),
      c.index('comments_thread').on(t.threadId, t.postedAt),
      c.index('comments_parent').on(t.channelId, t.parentExternalId),
      c.index('comments_author_post').on(t.authorId, t.postId, t.postedAt),
      c.index('comments_channel_posted').on(t.channelId, t.postedAt),
    ],
  );

  /** Removals that arrived before their comment. */
  const tombstones = c.table(
    'tombstones',
    {
      id: c.id(),
      channelId: c.text().notNull(),
      externalId: c.text().notNull(),
      version: c.bigint().notNull(),
      removedAt: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('tombstones_channel_external').on(t.channelId, t.externalId)],
  );

  /** Labelled examples: what an agent said a comment really is. */
  const corrections = c.table(
    'corrections',
    {
      id: c.id(),
      commentId: c.text().notNull(),
      personId: c.text().notNull(),
      field: c.text().$type<'sentiment' | 'topics'>().notNull(),
      was: c.json<unknown>().notNull(),
      is: c.json<unknown>().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.index('corrections_comment').on(t.commentId)],
  );

  const notes = c.table(
    'notes',
    {
      id: c.id(),
      threadId: c.text().notNull(),
      personId: c.text().notNull(),
      body: c.text().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.index('notes_thread').on(t.threadId, t.createdAt)],
  );

  return { authors, posts, threads, comments, tombstones, corrections, notes };
}
