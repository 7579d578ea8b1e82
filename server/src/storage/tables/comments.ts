import type { Evidence, Reason, Sentiment, Topic, Urgency } from '@stammgast/shared/domain/assessment';
import type { PlatformAct } from '@stammgast/shared/domain/moderation';
import type { Columns } from '../columns.postgres.ts';
import type { Authors } from './authors.ts';

/** What people say outside, and what the machine makes of it. */
export function defineComments(c: Columns, authors: Authors) {
  const comments = c.table(
    'comments',
    {
      seq: c.seq(),
      id: c.text().notNull(),
      channelId: c.text().notNull(),
      threadId: c.text().notNull(),
      authorId: c
        .text()
        .notNull()
        .references(() => authors.id),
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
      visibility: c.text().$type<'public' | 'held' | 'spam' | 'hidden'>().notNull().default('public'),
      url: c.text(),
      likes: c.integer(),
      /** Liked by our own account, from here. */
      liked: c.boolean().notNull().default(false),
      /** Asked of the platform and not confirmed. */
      unsettledAct: c.text().$type<PlatformAct>(),
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

  return { comments };
}
