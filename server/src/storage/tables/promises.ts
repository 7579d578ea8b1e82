import type { PromiseState } from '@stammgast/shared/domain/promise-status';
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
      state: c.text().$type<PromiseState>().notNull(),
      createdAt: c.instant().notNull(),
      confirmedBy: c.text(),
      confirmedAt: c.instant(),
      /** When the reminder is due, or was. */
      remindAt: c.instant(),
      /** Null while something is to be done, also after it was broken. */
      endedAt: c.instant(),
      endedBy: c.text(),
    },
    (t) => [c.index('promises_thread').on(t.threadId, t.createdAt), c.index('promises_due').on(t.dueAt)],
  );
  return { promises };
}
