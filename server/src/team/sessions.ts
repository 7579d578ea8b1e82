import { newSecret } from '../config/ids.ts';
import { hashSecret } from '../config/secret-hash.ts';
import type { OpenSession } from '../http/guard.ts';
import type { Db } from '../storage/database.ts';
import { deleteOldSessions, deleteSession, insertSession, prepareSessionRows } from './sessions.queries.ts';

const IDLE_MS = 8 * 3_600_000;
const ABSOLUTE_MS = 7 * 24 * 3_600_000;
/** Being seen is written down at most this often. */
const SEEN_MS = 60_000;

export interface NewSession {
  /** For the cookie; only its hash is stored. */
  readonly value: string;
  readonly sessionId: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

/** A new session with a new cookie: one that was known before the sign-in is worth nothing after it. */
export async function beginSession(tx: Db, personId: string, now: Date, replaces: string | null): Promise<NewSession> {
  await forgetOldSessions(tx, now);
  if (replaces) await deleteSession(tx, replaces);
  const value = newSecret();
  const session = {
    value,
    sessionId: hashSecret(value),
    csrfToken: newSecret(),
    expiresAt: new Date(now.getTime() + ABSOLUTE_MS),
  };
  const { sessionId: id, csrfToken, expiresAt } = session;
  await insertSession(tx, { id, personId, csrfToken, createdAt: now, lastSeenAt: now, expiresAt });
  return session;
}

/** Deletes the sessions that are over or were not used for too long. */
export const forgetOldSessions = (tx: Db, now: Date): Promise<void> =>
  deleteOldSessions(tx, now, new Date(now.getTime() - IDLE_MS));

/** Looks sessions up, with rights as they are at that moment; null when one is over, unused or unknown. */
export function createSessionFinder(db: Db) {
  const rowsOf = prepareSessionRows(db);
  return async function find(cookie: string, now: Date): Promise<{ session: OpenSession; unseen: boolean } | null> {
    const sessionId = hashSecret(cookie);
    const rows = await rowsOf(sessionId);
    const [first] = rows;
    if (!first?.active || first.expiresAt <= now) return null;
    const unseenFor = now.getTime() - first.lastSeenAt.getTime();
    if (unseenFor >= IDLE_MS) return null;
    const { personId, role, csrfToken } = first;
    const channels = role === 'admin' ? 'all' : rows.flatMap((row) => (row.channelId ? [row.channelId] : []));
    const session = { sessionId, personId, csrfToken, actor: { personId, role, channels } as const };
    return { session, unseen: unseenFor >= SEEN_MS };
  };
}
