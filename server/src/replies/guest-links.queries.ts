import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type NewGuestLink = Db['tables']['guestLinks']['$inferInsert'];

export async function insertGuestLink(tx: Db, row: NewGuestLink): Promise<void> {
  await tx.insert(tx.tables.guestLinks).values(row);
}

/** Newest first, with the name of who invited. */
export function guestLinksOf(db: Db, where: { threadId: string } | { id: string }) {
  const { guestLinks, people } = db.tables;
  return db
    .select({ link: guestLinks, invitedBy: people.name })
    .from(guestLinks)
    .leftJoin(people, eq(people.id, guestLinks.invitedBy))
    .where('id' in where ? eq(guestLinks.id, where.id) : eq(guestLinks.threadId, where.threadId))
    .orderBy(desc(guestLinks.createdAt), desc(guestLinks.id));
}
export type GuestLinkRow = Awaited<ReturnType<typeof guestLinksOf>>[number];

/** A link with all that decides whether it opens anything. The comment tells which thread it belongs to today. */
export async function guestLinkByToken(db: Db, tokenHash: string) {
  const { guestLinks, people, comments, authors, channels } = db.tables;
  const [row] = await db
    .select({
      link: guestLinks,
      inviter: { id: people.id, role: people.role, active: people.active },
      comment: comments,
      authorName: authors.name,
      channel: channels,
    })
    .from(guestLinks)
    .innerJoin(people, eq(people.id, guestLinks.invitedBy))
    .innerJoin(comments, eq(comments.id, guestLinks.commentId))
    .innerJoin(authors, eq(authors.id, comments.authorId))
    .innerJoin(channels, eq(channels.id, comments.channelId))
    .where(eq(guestLinks.tokenHash, tokenHash));
  return row ?? null;
}
export type FoundLink = NonNullable<Awaited<ReturnType<typeof guestLinkByToken>>>;

/** Uses a link up, or revokes it. False when somebody was faster. */
export async function closeGuestLink(
  tx: Db,
  id: string,
  how: { usedAt: Date } | { revokedAt: Date },
): Promise<boolean> {
  const { guestLinks } = tx.tables;
  const rows = await tx
    .update(guestLinks)
    .set(how)
    .where(and(eq(guestLinks.id, id), isNull(guestLinks.usedAt), isNull(guestLinks.revokedAt)))
    .returning({ id: guestLinks.id });
  return rows.length > 0;
}

/** Those that were never used: no name of a guest is kept longer than it tells anything. */
export async function deleteOldGuestLinks(tx: Db, expiredBefore: Date): Promise<void> {
  const { guestLinks } = tx.tables;
  await tx.delete(guestLinks).where(and(lt(guestLinks.expiresAt, expiredBefore), isNull(guestLinks.usedAt)));
}

/** Revokes what was not used yet on a channel. */
export async function closeGuestLinks(tx: Db, channelId: string, revokedAt: Date): Promise<void> {
  const { guestLinks } = tx.tables;
  await tx
    .update(guestLinks)
    .set({ revokedAt })
    .where(and(eq(guestLinks.channelId, channelId), isNull(guestLinks.usedAt), isNull(guestLinks.revokedAt)));
}
