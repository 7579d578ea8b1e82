// How the house speaks to those who work in it, and to its guests: in German with Sie or with du.
import type { Register } from '@stammgast/shared/contract/team';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { notFound } from '../http/problem.ts';
import { readSetting, registerOf, writeSetting } from '../storage/settings.ts';
import type { House } from './house.ts';

export async function changeHouse(
  { database, clock }: House,
  { personId }: Actor,
  given: { readonly register: Register },
): Promise<{ register: Register }> {
  return database.transaction(async (tx) => {
    // A demo that moves out at the same moment takes the house along: it must not come back.
    await tx.dialect.lock(tx, 'team');
    const settings = await readSetting(tx, 'house');
    if (!settings) throw notFound();
    const register = registerOf(settings);
    if (register === given.register) return given;
    await writeSetting(tx, 'house', { ...settings, ...given });
    const change = changeOf({ register }, given);
    await record(tx, clock.now(), [{ kind: 'house.changed', personId, payload: { what: 'register' }, change }]);
    return given;
  });
}
