import type { Columns } from '../columns.postgres.ts';

/** What we have said in public that we would do. */
export function definePromises(c: Columns) {
  const promises = c.table(
    'promises',
    {
      id: c.id(),
      threadId: c.text().notNull(),
      channelId: c.text().notNull(),
      /** The answer in which it stands; null: written down by a person. */
      replyId: c.text(),
      /** The sentence, as it stands in the answer. */
      words: c.text().notNull(),
      dueAt: c.instant().notNull(),
      state: c.text().$type<'suggested' | 'open' | 'kept' | 'broken' | 'dismissed'>().notNull(),
      createdAt: c.instant().notNull(),
      confirmedBy: c.text(),
      confirmedAt: c.instant(),
      /** When the reminder is due; null once it was given or is not needed. */
      remindAt: c.instant(),
      endedAt: c.instant(),
      endedBy: c.text(),
    },
    (t) => [
      c.index('promises_thread').on(t.threadId, t.createdAt),
      c.index('promises_state_due').on(t.state, t.dueAt),
      c.index('promises_state_remind').on(t.state, t.remindAt),
    ],
  );
  return { promises };
}
