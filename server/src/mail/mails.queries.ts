import { and, eq, lt } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type MailState = Db['tables']['mails']['$inferSelect']['state'];

/** Enters a mail that is about to go out; false when it stands there already. */
export async function enterMail(tx: Db, mail: { key: string; recipient: string; at: Date }): Promise<boolean> {
  const { mails } = tx.tables;
  const entered = await tx
    .insert(mails)
    .values({ ...mail, state: 'sending' })
    .onConflictDoNothing()
    .returning({ key: mails.key });
  return entered.length > 0;
}

export async function stateOfMail(db: Db, key: string): Promise<MailState | null> {
  const { mails } = db.tables;
  const [row] = await db.select({ state: mails.state }).from(mails).where(eq(mails.key, key));
  return row?.state ?? null;
}

export async function noteMail(tx: Db, key: string, state: MailState): Promise<void> {
  const { mails } = tx.tables;
  await tx.update(mails).set({ state }).where(eq(mails.key, key));
}

/** It certainly has not left: it may be tried again. */
export async function takeMailBack(tx: Db, key: string): Promise<void> {
  const { mails } = tx.tables;
  await tx.delete(mails).where(and(eq(mails.key, key), eq(mails.state, 'sending')));
}

export async function forgetMails(tx: Db, before: Date): Promise<void> {
  const { mails } = tx.tables;
  await tx.delete(mails).where(lt(mails.at, before));
}
