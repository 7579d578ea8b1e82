import type { Columns } from '../columns.postgres.ts';

/** What comes of reviews: answers that others may learn from, and reviewers who compare how they score. */
export function defineLearning(c: Columns) {
  /** A reviewer proposes, the author of the answer agrees. */
  const examples = c.table(
    'examples',
    {
      id: c.id(),
      replyId: c.text().notNull(),
      threadId: c.text().notNull(),
      channelId: c.text().notNull(),
      authorId: c.text().notNull(),
      proposedBy: c.text().notNull(),
      consent: c.text().$type<'asked' | 'given' | 'declined'>().notNull(),
      changedAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex('examples_reply').on(t.replyId),
      c.index('examples_thread').on(t.threadId),
      c.index('examples_consent').on(t.consent, t.changedAt, t.id),
    ],
  );

  const calibrations = c.table(
    'calibrations',
    {
      id: c.id(),
      channelId: c.text().notNull(),
      openedBy: c.text().notNull(),
      openedAt: c.instant().notNull(),
      closedAt: c.instant(),
    },
    (t) => [c.index('calibrations_channel').on(t.channelId, t.openedAt, t.id)],
  );

  return { examples, calibrations };
}
