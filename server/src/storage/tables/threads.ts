import type { DueKind } from '@stammgast/shared/contract/sla';
import type { Sentiment, Topic, Urgency } from '@stammgast/shared/domain/assessment';
import type { ReplyState } from '@stammgast/shared/domain/reply-status';
import type { ResolveReason, ThreadStatus } from '@stammgast/shared/domain/thread-status';
import { sql } from 'drizzle-orm';
import type { Columns } from '../columns.postgres.ts';
import type { Authors } from './authors.ts';

/** The units of work. */
export function defineThreads(c: Columns, authors: Authors) {
  const threads = c.table(
    'threads',
    {
      number: c.seq(),
      id: c.text().notNull(),
      channelId: c.text().notNull(),
      postId: c.text(),
      authorId: c
        .text()
        .notNull()
        .references(() => authors.id),
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
      /** What is due first: a running clock, or a promise made in public. */
      dueKind: c.text().$type<DueKind>(),
      dueStartedAt: c.instant(),
      soonAt: c.instant(),
      dueAt: c.instant(),
      breachedAt: c.instant(),
      replyState: c.text().$type<ReplyState>(),
      /** Out of sight until then, or until somebody outside speaks again; its clocks run on. */
      snoozedUntil: c.instant(),
      snoozedBy: c.text(),
      /** Names of the team's tags, sorted; the table thread_tags is for searching. */
      tags: c.json<string[]>().notNull().default([]),
      /** Counts who was put in charge: an answer written under an older number was written by somebody who lost it. */
      claim: c.integer().notNull().default(0),
      /** Counts what people outside wrote, changed or took back: an answer must know the newest. */
      said: c.integer().notNull().default(0),
      /** The earliest confirmed promise that is still to be kept. */
      promiseDueAt: c.instant(),
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
      // With what the lead counts of a period, so that counting reads no thread.
      c.index('threads_opened').on(t.openedAt, t.channelId, t.sentiment, t.id),
      c.index('threads_resolved').on(t.resolvedAt).where(sql`resolved_at IS NOT NULL`),
      // With the channel: whoever sees some of them alone walks past the others without reading their threads.
      c.index('threads_recent').on(t.lastActivityAt, t.id, t.channelId),
      // Whoever sees one channel is not led past all others.
      c.index('threads_channel_recent').on(t.channelId, t.lastActivityAt, t.id),
      c.index('threads_status_recent').on(t.status, t.lastActivityAt, t.id),
      // Most threads have no answer on its way. A small index is also the one that SQLite prefers.
      c.index('threads_reply_state').on(t.replyState, t.queueAt, t.id).where(sql`reply_state IS NOT NULL`),
      c.index('threads_snoozed').on(t.snoozedUntil, t.id).where(sql`snoozed_until IS NOT NULL`),
      c.index('threads_promised').on(t.lastActivityAt, t.id).where(sql`promise_due_at IS NOT NULL`),
      // Written so that no engine takes the index of people instead, and sorts all that nobody has.
      c.index('threads_unassigned').on(t.lastActivityAt, t.id, t.channelId).where(sql`(assignee_id || '') IS NULL`),
      // All that the lead's numbers need, so that counting reads no thread.
      c.index('threads_wall').on(t.status, t.channelId, t.assigneeId, t.soonAt, t.dueAt, t.snoozedUntil),
    ],
  );

  return { threads };
}
