import { timingSafeEqual } from 'node:crypto';
import type { Locale } from '@stammgast/shared/contract/team';
import { newSecret } from '../config/ids.ts';
import { hashSecret } from '../config/secret-hash.ts';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { ProblemError, problem } from '../http/problem.ts';
import { ensureDefaults } from '../sla/promises.ts';
import { addSetting, readSetting, removeSetting, writeSetting } from '../storage/settings.ts';
import type { Passwords } from '../team/passwords.ts';
import { insertPerson, personById } from '../team/people.queries.ts';
import { personChanged } from '../team/person-changed.ts';
import type { House } from './house.ts';
import { hashNewPassword } from './own-account.ts';
import { type Caller, enter, opened, type SignedIn } from './sign-in.ts';

export interface FirstRun {
  readonly token: string;
  readonly houseName: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A new one-time token for the first run, to be printed on the console; null when the house is set up. */
export async function ensureSetupToken(house: Pick<House, 'database'>): Promise<string | null> {
  return house.database.transaction(async (tx) => {
    if (await readSetting(tx, 'house')) return null;
    const token = newSecret();
    await writeSetting(tx, 'setup.token', hashSecret(token));
    return token;
  });
}

/** Names the house and makes its first administrator, once. */
export async function setUpHouse(
  house: House,
  passwords: Passwords,
  given: FirstRun,
  caller: Caller,
): Promise<SignedIn> {
  await requireToken(house, given.token);
  if (!isTimeZone(given.timeZone)) {
    throw new ProblemError('input.invalid', 400, { fields: [{ path: 'body.timeZone', code: 'custom' }] });
  }
  const passwordHash = await hashNewPassword(passwords, given.password, [given.houseName, given.name, given.email]);
  const { houseName, timeZone, locale, name, email } = given;
  const { database, newId } = house;
  const now = house.clock.now();
  try {
    return await database.transaction(async (tx) => {
      // Of two that come at once the second meets a taken key.
      await addSetting(tx, 'house', { name: houseName, timeZone, locale });
      await removeSetting(tx, 'setup.token');
      await ensureDefaults(tx, timeZone, locale, newId, now);
      const id = newId();
      await insertPerson(tx, { id, name, email, passwordHash, role: 'admin', locale, createdAt: now });
      const person = await personById(tx, id);
      if (!person) throw new Error('the first person was not written');
      const signedIn = await enter(house, tx, person, caller.sessionId);
      const settings = changeOf(null, { houseName, timeZone, locale });
      await record(tx, now, [
        { kind: 'house.changed', personId: id, payload: { what: 'set-up' }, change: settings },
        personChanged(id, id, false, changeOf(null, { role: 'admin', active: true })),
        opened(id, 'set-up'),
      ]);
      return signedIn;
    });
  } catch (error) {
    if (database.reader.dialect.isUniqueViolation(error)) throw problem('setup.done', 404);
    throw error;
  }
}

async function requireToken(house: House, token: string): Promise<void> {
  const db = house.database.reader;
  if (await readSetting(db, 'house')) throw problem('setup.done', 404);
  const expected = await readSetting(db, 'setup.token');
  const given = hashSecret(token);
  if (!expected || !timingSafeEqual(Buffer.from(expected), Buffer.from(given))) {
    throw problem('auth.token_invalid', 403);
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
