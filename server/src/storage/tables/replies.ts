import type { failureKinds } from '@stammgast/shared/contract/replies';
import type { ReplyState } from '@stammgast/shared/domain/reply-status';
import type { Columns } from '../columns.postgres.ts';

export function defineReplies(c: Columns) {
  const replies = c.table(
    'replies',
    {
      id: c.id(),
      threadId: c.text().notNull(),
      channelId: c.text().notNull(),
      commentId: c.text().notNull(),
      personId: c.text().notNull(),
      body: c.text().notNull(),
      state: c.text().$type<ReplyState>().notNull(),
      /** Equals the comment's id while the answer is on its way, else null: two at once are impossible. */
      openFor: c.text(),
      idempotencyKey: c.text().notNull(),
      resolve: c.boolean().notNull().default(false),
      holdUntil: c.instant(),
      /** When the first request with these words was claimed: nothing of ours on the platform is older. */
      claimedAt: c.instant(),
      attempts: c.integer().notNull().default(0),
      externalId: c.text(),
      url: c.text(),
      openUrl: c.text(),
      failureKind: c.text().$type<(typeof failureKinds)[number]>(),
      failureDetail: c.text(),
      createdAt: c.instant().notNull(),
      publishedAt: c.instant(),
      /** The snippet that the text began with. */
      snippetId: c.text(),
      /** Warnings that the writer has seen and sent it all the same. */
      confirmed: c.json<string[]>().notNull().default([]),
      /** Who wrote or released it from outside, by a link for one answer. */
      guestName: c.text(),
      version: c.integer().notNull().default(1),
    },
    (t) => [
      c.uniqueIndex('replies_key').on(t.personId, t.idempotencyKey),
      c.uniqueIndex('replies_open_for').on(t.openFor),
      c.index('replies_thread').on(t.threadId, t.createdAt),
      c.index('replies_channel_state').on(t.channelId, t.state, t.createdAt),
      c.index('replies_external').on(t.channelId, t.externalId),
    ],
  );
  return { replies };
}
