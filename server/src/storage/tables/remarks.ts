import type { Columns } from '../columns.postgres.ts';

/** What hangs on comments and threads: early removals, corrections of the machine, notes of the team. */
export function defineRemarks(c: Columns) {
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

  return { tombstones, corrections, notes };
}
