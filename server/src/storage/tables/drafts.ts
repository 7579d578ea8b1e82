import type { Columns } from '../columns.postgres.ts';

/** Texts that have not been sent, and who is at which thread right now. */
export function defineDrafts(c: Columns) {
  const drafts = c.table(
    'drafts',
    {
      id: c.id(),
      threadId: c.text().notNull(),
      channelId: c.text().notNull(),
      personId: c.text().notNull(),
      kind: c.text().$type<'answer' | 'note'>().notNull(),
      commentId: c.text(),
      body: c.text().notNull(),
      /** Colleagues who see the thread may read it. */
      shared: c.boolean().notNull().default(true),
      /** What the writer had read: the thread's count, and the text of the comment that is answered. */
      said: c.integer().notNull().default(0),
      commentBody: c.text(),
      idempotencyKey: c.text().notNull(),
      snippetId: c.text(),
      updatedAt: c.instant().notNull(),
      version: c.integer().notNull().default(1),
    },
    (t) => [
      c.uniqueIndex('drafts_thread_person_kind').on(t.threadId, t.personId, t.kind),
      c.index('drafts_person').on(t.personId, t.updatedAt),
    ],
  );

  /** Earlier texts of drafts, kept for 30 days; also of drafts that are gone. */
  const draftVersions = c.table(
    'draft_versions',
    {
      id: c.id(),
      threadId: c.text().notNull(),
      personId: c.text().notNull(),
      kind: c.text().$type<'answer' | 'note'>().notNull(),
      body: c.text().notNull(),
      savedAt: c.instant().notNull(),
    },
    (t) => [
      c.index('draft_versions_thread_person').on(t.threadId, t.personId, t.savedAt),
      c.index('draft_versions_saved').on(t.savedAt),
    ],
  );

  /** Rows live as long as a browser keeps its lease; nothing of it is kept. */
  const presences = c.table(
    'presences',
    {
      /** The browser's socket. */
      id: c.id(),
      threadId: c.text().notNull(),
      channelId: c.text().notNull(),
      personId: c.text().notNull(),
      level: c.text().$type<'sees' | 'writes'>().notNull(),
      since: c.instant().notNull(),
      leaseUntil: c.instant().notNull(),
    },
    (t) => [c.index('presences_thread').on(t.threadId), c.index('presences_lease').on(t.leaseUntil)],
  );

  return { drafts, draftVersions, presences };
}
