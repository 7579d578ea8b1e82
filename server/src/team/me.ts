import type { Me, Preferences } from '@stammgast/shared/contract/session';
import { soundKeyMap } from '@stammgast/shared/domain/key-map';
import { actions, mayEver } from '@stammgast/shared/domain/permissions';
import type { Db } from '../storage/database.ts';
import { readSetting, registerOf } from '../storage/settings.ts';
import { membershipsOf, type StoredPerson } from './people.queries.ts';

/** The person as they see themselves, with what the client needs to draw the house. */
export async function describeMe(
  db: Db,
  person: StoredPerson,
  csrfToken: string,
  house: { undoSeconds: number },
): Promise<Me> {
  const settings = await readSetting(db, 'house');
  const demo = await readSetting(db, 'demo');
  const memberships = person.role === 'admin' ? [] : await membershipsOf(db, person.id);
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    role: person.role,
    channelIds: person.role === 'admin' ? 'all' : memberships.map((row) => row.channelId),
    may: actions.filter((action) => mayEver(person.role, action)),
    locale: person.locale,
    theme: person.theme,
    preferences: soundPreferences(person.preferences),
    csrfToken,
    house: {
      name: settings?.name ?? '',
      timeZone: settings?.timeZone ?? 'Europe/Berlin',
      register: registerOf(settings),
      // While there are demo data, however this process was started.
      demo: demo !== null,
      undoSeconds: house.undoSeconds,
    },
  };
}

const soundPreferences = ({ keyMap, ...others }: Preferences): Preferences =>
  keyMap ? { ...others, keyMap: soundKeyMap(keyMap) } : others;
