import type { HideReason, Verdict } from '@stammgast/shared/domain/moderation';
import type { Columns } from '../columns.postgres.ts';

/** What a team leaves on its threads: tags, what was read, who was mentioned, and which threads were taken apart. */
export function defineWork(c: Columns) {
  const tags = c.table(
    'tags',
    {
      id: c.id(),
      name: c.text().notNull(),
      /** Without case and umlauts, so that there is one tag of a kind. */
      folded: c.text().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('tags_folded').on(t.folded)],
  );

  const threadTags = c.table(
    'thread_tags',
    { id: c.id(), threadId: c.text().notNull(), tagId: c.text().notNull() },
    (t) => [
      c.uniqueIndex('thread_tags_thread_tag').on(t.threadId, t.tagId),
      c.index('thread_tags_tag').on(t.tagId, t.threadId),
    ],
  );

  /** Read is personal: what a person has seen of a thread, and until when. */
  const reads = c.table(
    'reads',
    { id: c.id(), personId: c.text().notNull(), threadId: c.text().notNull(), readAt: c.instant().notNull() },
    (t) => [c.uniqueIndex('reads_person_thread').on(t.personId, t.threadId), c.index('reads_thread').on(t.threadId)],
  );

  const mentions = c.table(
    'mentions',
    {
      id: c.id(),
      noteId: c.text().notNull(),
      threadId: c.text().notNull(),
      personId: c.text().notNull(),
      createdAt: c.instant().notNull(),
      seenAt: c.instant(),
    },
    (t) => [c.index('mentions_person').on(t.personId, t.seenAt), c.index('mentions_thread').on(t.threadId)],
  );

  /** Comments that people have moved to a thread of their own: placing leaves them there. */
  const partings = c.table(
    'partings',
    {
      id: c.id(),
      threadId: c.text().notNull(),
      otherThreadId: c.text().notNull(),
      personId: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.index('partings_thread').on(t.threadId), c.index('partings_other').on(t.otherThreadId)],
  );

  /** Hiding lawful criticism takes two: what the first has asked for. */
  const moderations = c.table(
    'moderations',
    {
      id: c.id(),
      commentId: c.text().notNull(),
      threadId: c.text().notNull(),
      channelId: c.text().notNull(),
      verdict: c.text().$type<Verdict>().notNull(),
      reason: c.text().$type<HideReason>().notNull(),
      remark: c.text(),
      requestedBy: c.text().notNull(),
      requestedAt: c.instant().notNull(),
      decidedBy: c.text(),
      decidedAt: c.instant(),
      decision: c.text().$type<'approved' | 'rejected' | 'withdrawn'>(),
      decisionRemark: c.text(),
      /** Equals the comment's id while it waits: one request at a time. */
      openFor: c.text(),
    },
    (t) => [
      c.uniqueIndex('moderations_open_for').on(t.openFor),
      c.index('moderations_thread').on(t.threadId, t.requestedAt),
    ],
  );

  return { tags, threadTags, reads, mentions, partings, moderations };
}
