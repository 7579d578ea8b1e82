import type { Me } from '@stammgast/shared/contract/session';
import type { Role } from '@stammgast/shared/domain/permissions';
import { reasonOf } from '../config/log.ts';
import { hashSecret } from '../config/secret-hash.ts';
import { record } from '../events/record.ts';
import type { Identify, OpenSession } from '../http/guard.ts';
import { notFound, problem } from '../http/problem.ts';
import { sessionCookie } from '../http/session-cookie.ts';
import type { Db } from '../storage/database.ts';
import { describeMe } from '../team/me.ts';
import type { Passwords } from '../team/passwords.ts';
import { demoPerson, personByEmail, type StoredPerson } from '../team/people.queries.ts';
import { deleteSession, touchSession } from '../team/sessions.queries.ts';
import { beginSession, createSessionFinder, type NewSession } from '../team/sessions.ts';
import { forgiveAttempt, startAttempt } from '../team/throttle.ts';
import { prepareChannelByToken } from '../team/tokens.queries.ts';
import type { House } from './house.ts';

/** Where a request comes from, as far as signing in minds. */
export interface Caller {
  readonly address: string;
  /** The session that came with the request, to be ended by the new one. */
  readonly sessionId: string | null;
}

export interface SignedIn {
  readonly me: Me;
  readonly session: NewSession;
}

/** How the HTTP layer and the sockets learn who is calling. `secure`: see Config. */
export function identifyBy(house: Pick<House, 'database' | 'clock' | 'log'>, secure: boolean): Identify {
  const { database, clock, log } = house;
  const find = createSessionFinder(database.reader);
  const channelByToken = prepareChannelByToken(database.reader);

  const look = async (cookieHeader: string | undefined) => {
    const cookie = sessionCookie(cookieHeader, secure);
    return cookie ? find(cookie, clock.now()) : null;
  };

  async function session(cookieHeader: string | undefined): Promise<OpenSession | null> {
    const found = await look(cookieHeader);
    if (found?.unseen) {
      // Nobody waits for this, and a full disk must not sign people out.
      database
        .transaction((tx) => touchSession(tx, found.session.sessionId, clock.now()))
        .catch((error: unknown) => log.warn({ error: reasonOf(error) }, 'could not note that a session was seen'));
    }
    return found?.session ?? null;
  }
  const stillOpen = async (cookieHeader: string | undefined) => (await look(cookieHeader)) !== null;
  return { session, stillOpen, channel: (token) => channelByToken(hashSecret(token)) };
}

/** Wrong e-mail, wrong password, no password yet and signed out by an admin are one answer, after the same time. */
export async function signIn(
  house: House,
  passwords: Passwords,
  given: { email: string; password: string },
  caller: Caller,
): Promise<SignedIn> {
  const now = house.clock.now();
  const attempt = await house.database.transaction((tx) => startAttempt(tx, given.email, caller.address, now));
  if (attempt.refusedUntil) throw throttled(attempt.refusedUntil, now);
  const person = await personByEmail(house.database.reader, given.email);
  const right = await passwords.verify(person?.active ? person.passwordHash : null, given.password);
  if (!right || !person) {
    house.log.warn({ address: caller.address }, 'sign-in refused');
    await house.database.transaction((tx) => record(tx, now, [refused(house, given.email, person)]));
    throw problem('auth.wrong_credentials', 401);
  }
  const signedIn = await house.database.transaction(async (tx) => {
    await forgiveAttempt(tx, attempt);
    const entered = await enter(house, tx, person, caller.sessionId);
    await record(tx, now, [opened(person.id, 'password')]);
    return entered;
  });
  house.log.info({ personId: person.id }, 'signed in');
  return signedIn;
}

/** Demo only: a session of one of the fictional team. */
export async function demoSignIn(house: House, role: Role, caller: Caller): Promise<SignedIn> {
  if (!house.demo) throw notFound();
  const person = await demoPerson(house.database.reader, role);
  if (!person) throw problem('demo.not_running', 404);
  return house.database.transaction(async (tx) => {
    const entered = await enter(house, tx, person, caller.sessionId);
    await record(tx, house.clock.now(), [opened(person.id, 'demo')]);
    return entered;
  });
}

/** Somebody came in, and how. */
export const opened = (personId: string, way: 'password' | 'demo' | 'invitation' | 'set-up') =>
  ({ kind: 'session.opened', personId, payload: { way } }) as const;

/** Whether the address belongs to somebody is for administrators to know. */
const refused = (house: House, email: string, person: StoredPerson | null) =>
  ({
    kind: 'session.refused',
    payload: { email: house.vault.mark(email.trim().toLowerCase()), personId: person?.id ?? null },
  }) as const;

/** Ends this session. The person's sockets are cut; those of other browsers come back by themselves. */
export async function signOut(house: House, personId: string, sessionId: string): Promise<void> {
  await house.database.transaction(async (tx) => {
    await deleteSession(tx, sessionId);
    await record(tx, house.clock.now(), [
      { kind: 'session.closed', personId, payload: { personId, sessionsEnded: true } },
    ]);
  });
}

/** Gives a person a new session in place of the one that they came with. */
export async function enter(house: House, tx: Db, person: StoredPerson, replaces: string | null): Promise<SignedIn> {
  const session = await beginSession(tx, person.id, house.clock.now(), replaces);
  return { me: await describeMe(tx, person, session.csrfToken, house), session };
}

export const throttled = (until: Date, now: Date) =>
  problem('auth.throttled', 429, { seconds: String(Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))) });
