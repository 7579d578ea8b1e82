import type { Door, Me, Preferences } from '@stammgast/shared/contract/session';
import type { Locale } from '@stammgast/shared/contract/team';
import { keyMapProblem } from '@stammgast/shared/domain/key-map';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { problem } from '../http/problem.ts';
import { readSetting, registerOf } from '../storage/settings.ts';
import { describeMe } from '../team/me.ts';
import { type Passwords, weaknessOf } from '../team/passwords.ts';
import { personById, type StoredPerson, updatePerson } from '../team/people.queries.ts';
import { personChanged } from '../team/person-changed.ts';
import { csrfTokenOf, deleteSessionsOf } from '../team/sessions.queries.ts';
import { forgiveAttempt, startAttempt } from '../team/throttle.ts';
import type { House } from './house.ts';
import { type Caller, enter, type SignedIn, throttled } from './sign-in.ts';

/** What somebody outside may know: whether there is a house, its name and how it speaks. */
export async function lookAtDoor(house: House, signedIn: boolean): Promise<Door> {
  const settings = await readSetting(house.database.reader, 'house');
  return {
    state: !settings ? 'setup' : signedIn ? 'signed-in' : 'sign-in',
    houseName: settings?.name ?? null,
    // One click leads in only while the fictional team is there.
    demo: house.demo && (await readSetting(house.database.reader, 'demo')) !== null,
    locale: settings?.locale ?? 'de',
    register: registerOf(settings),
  };
}

export async function readMe(house: House, actor: Actor, sessionId: string): Promise<Me> {
  const db = house.database.reader;
  const person = await ownPerson(house, actor);
  const csrfToken = await csrfTokenOf(db, sessionId);
  if (!csrfToken) throw problem('auth.required', 401);
  return describeMe(db, person, csrfToken, house);
}

export async function changeProfile(
  house: House,
  actor: Actor,
  sessionId: string,
  changes: {
    name?: string | undefined;
    locale?: Locale | undefined;
    theme?: StoredPerson['theme'] | undefined;
    preferences?: Preferences | undefined;
  },
): Promise<Me> {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const wrong = keyMapProblem(changes.preferences?.keyMap ?? {});
  if (wrong) throw problem('profile.keys', 422, { ...wrong });
  await house.database.transaction(async (tx) => {
    const { personId } = actor;
    const before = given.name ? await personById(tx, personId) : null;
    await updatePerson(tx, personId, given);
    // Language and theme are nobody else's business.
    if (!before) return;
    const [was, is] = [before.name, String(given.name)].map((name) => ({ name: house.vault.mark(name) }));
    await record(tx, house.clock.now(), [personChanged(personId, personId, false, changeOf(was ?? null, is ?? null))]);
  });
  return readMe(house, actor, sessionId);
}

/** Ends every session of the person and gives the caller a new one. */
export async function changePassword(
  house: House,
  passwords: Passwords,
  actor: Actor,
  given: { current: string; next: string },
  caller: Caller,
): Promise<SignedIn> {
  const now = house.clock.now();
  const person = await ownPerson(house, actor);
  const attempt = await house.database.transaction((tx) => startAttempt(tx, person.email, caller.address, now));
  if (attempt.refusedUntil) throw throttled(attempt.refusedUntil, now);
  if (!(await passwords.verify(person.passwordHash, given.current))) throw problem('auth.wrong_password', 403);
  const settings = await readSetting(house.database.reader, 'house');
  const passwordHash = await hashNewPassword(passwords, given.next, [settings?.name ?? '', person.name, person.email]);
  return house.database.transaction(async (tx) => {
    await forgiveAttempt(tx, attempt);
    await updatePerson(tx, person.id, { passwordHash });
    await deleteSessionsOf(tx, person.id);
    const signedIn = await enter(house, tx, person, null);
    const change = { before: null, after: { password: 'changed' } };
    await record(tx, now, [personChanged(person.id, person.id, true, change)]);
    return signedIn;
  });
}

/** Refuses easy passwords. `names`: house, person and e-mail, which would be tried first. */
export async function hashNewPassword(
  passwords: Passwords,
  password: string,
  names: readonly string[],
): Promise<string> {
  const weakness = weaknessOf(password, ['stammgast', ...names.map((name) => name.split('@', 1)[0] ?? '')]);
  if (weakness) throw problem('auth.weak_password', 400, { reason: weakness });
  return passwords.hash(password);
}

async function ownPerson(house: House, actor: Actor): Promise<StoredPerson> {
  const person = await personById(house.database.reader, actor.personId);
  if (!person) throw problem('auth.required', 401);
  return person;
}
