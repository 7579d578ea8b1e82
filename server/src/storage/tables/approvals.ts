import type { Columns } from '../columns.postgres.ts';

/** Four eyes: what was asked and decided about an answer, and links for one person outside. */
export function defineApprovals(c: Columns) {
  const approvals = c.table(
    'approvals',
    {
      id: c.id(),
      replyId: c.text().notNull(),
      threadId: c.text().notNull(),
      channelId: c.text().notNull(),
      /** Codes of the rules that asked for it; `asked`: its writer wished it. */
      reasons: c.json<string[]>().notNull(),
      requestedBy: c.text().notNull(),
      requestedAt: c.instant().notNull(),
      decision: c.text().$type<'approved' | 'changed' | 'rejected' | 'superseded' | 'withdrawn'>(),
      decidedBy: c.text(),
      /** The decider's link, when somebody outside decided. */
      guestLinkId: c.text(),
      decidedAt: c.instant(),
      remark: c.text(),
      /** The text that was submitted, where the decider changed it. */
      bodyBefore: c.text(),
    },
    (t) => [c.index('approvals_reply').on(t.replyId), c.index('approvals_thread').on(t.threadId, t.requestedAt)],
  );

  const guestLinks = c.table(
    'guest_links',
    {
      id: c.id(),
      tokenHash: c.text().notNull(),
      threadId: c.text().notNull(),
      channelId: c.text().notNull(),
      /** What it is for: to write an answer to a comment, or to decide about one. */
      purpose: c.text().$type<'write' | 'approve'>().notNull(),
      commentId: c.text().notNull(),
      replyId: c.text(),
      guestName: c.text().notNull(),
      /** What the inviting person wants them to know. */
      request: c.text(),
      invitedBy: c.text().notNull(),
      createdAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      usedAt: c.instant(),
      revokedAt: c.instant(),
    },
    (t) => [c.uniqueIndex('guest_links_token').on(t.tokenHash), c.index('guest_links_thread').on(t.threadId)],
  );

  return { approvals, guestLinks };
}
