import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type StoredInvitation = Awaited<ReturnType<typeof openInvitations>>[number];

/** Those that can still be accepted, oldest first. */
export function openInvitations(db: Db, now: Date) {
  const { invitations } = db.tables;
  return db
    .select()
    .from(invitations)
    .where(and(isNull(invitations.acceptedAt), gt(invitations.expiresAt, now)))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
}

export async function invitationByToken(db: Db, tokenHash: string): Promise<StoredInvitation | null> {
  const { invitations } = db.tables;
  const [row] = await db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).limit(1);
  return row ?? null;
}

export async function insertInvitation(tx: Db, row: typeof tx.tables.invitations.$inferInsert): Promise<void> {
  await tx.insert(tx.tables.invitations).values(row);
}

/** False when somebody was faster. */
export async function markAccepted(tx: Db, id: string, now: Date): Promise<boolean> {
  const { invitations } = tx.tables;
  const rows = await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt)))
    .returning({ id: invitations.id });
  return rows.length > 0;
}

export async function deleteOpenInvitation(tx: Db, id: string): Promise<boolean> {
  const { invitations } = tx.tables;
  const rows = await tx
    .delete(invitations)
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt)))
    .returning({ id: invitations.id });
  return rows.length > 0;
}

/** A new invitation takes the place of older ones to the same address. */
export async function deleteOpenInvitationsTo(tx: Db, email: string): Promise<void> {
  const { invitations } = tx.tables;
  await tx.delete(invitations).where(and(eq(invitations.email, email), isNull(invitations.acceptedAt)));
}

/** Used or not: names and addresses are kept no longer than they are of use. */
export async function deleteOldInvitations(tx: Db, expiredBefore: Date): Promise<void> {
  const { invitations } = tx.tables;
  await tx.delete(invitations).where(lt(invitations.expiresAt, expiredBefore));
}
