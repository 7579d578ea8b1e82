import { eq, lt, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/**
 * The session with its person, one row for each channel the person belongs to. Prepared once, because every request
 * asks this and building the query would cost more than running it.
 */
export function prepareSessionRows(db: Db) {
  const { sessions, people, memberships } = db.tables;
  const prepared = db
    .select({
      personId: people.id,
      role: people.role,
      active: people.active,
      csrfToken: sessions.csrfToken,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      channelId: memberships.channelId,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(sessions.id, sql.placeholder('id')))
    .prepare('session_rows');
  return (id: string) => prepared.execute({ id });
}

export async function csrfTokenOf(db: Db, sessionId: string): Promise<string | null> {
  const { sessions } = db.tables;
  const [row] = await db
    .select({ token: sessions.csrfToken })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
    .limit(1);
  return row?.token ?? null;
}

export async function insertSession(tx: Db, row: typeof tx.tables.sessions.$inferInsert): Promise<void> {
  await tx.insert(tx.tables.sessions).values(row);
}

export async function touchSession(tx: Db, sessionId: string, now: Date): Promise<void> {
  const { sessions } = tx.tables;
  await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId));
}

export async function deleteSession(tx: Db, sessionId: string): Promise<void> {
  const { sessions } = tx.tables;
  await tx.delete(sessions).where(eq(sessions.id, sessionId));
}

export async function deleteSessionsOf(tx: Db, personId: string): Promise<void> {
  const { sessions } = tx.tables;
  await tx.delete(sessions).where(eq(sessions.personId, personId));
}

/** Those that nobody can use any more: over, or not seen since `unusedSince`. */
export async function deleteOldSessions(tx: Db, now: Date, unusedSince: Date): Promise<void> {
  const { sessions } = tx.tables;
  await tx.delete(sessions).where(lt(sessions.expiresAt, now));
  await tx.delete(sessions).where(lt(sessions.lastSeenAt, unusedSince));
}
