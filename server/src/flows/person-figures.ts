// Figures per person: off until an administrator switches them on and says why. Each look is recorded before it is answered.
import type { Codetermination, PersonFigures } from '@stammgast/shared/contract/figures';
import type { WallScope } from '@stammgast/shared/contract/wall';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { record } from '../events/record.ts';
import { problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import { readSetting, writeSetting } from '../storage/settings.ts';
import { personById } from '../team/people.queries.ts';
import { figureEntries, insertFigureEntry } from '../wall/person-figures.queries.ts';
import { teamName, wallChannels } from '../wall/wall.queries.ts';
import type { House } from './house.ts';
import { scopeOf } from './read-wall.ts';

/** As many as somebody reads; the audit trail has all. */
const SHOWN = 200;

export async function readCodetermination({ database }: House): Promise<Codetermination> {
  const entries = await figureEntries(database.reader, SHOWN);
  const log = entries.map((entry) => ({ ...entry, at: entry.at.toISOString() }));
  const on = await mayBeSeen(database.reader);
  const { switchedAt = null, switchedBy = null, reason = '' } = (await readSetting(database.reader, 'figures')) ?? {};
  return { perPerson: { on, at: switchedAt, personName: switchedBy, reason }, log };
}

const mayBeSeen = async (db: Db): Promise<boolean> => (await readSetting(db, 'figures'))?.perPerson === true;

export async function switchPersonFigures(
  house: House,
  actor: Actor,
  { perPerson, reason }: { perPerson: boolean; reason: string },
): Promise<Codetermination> {
  const at = house.clock.now();
  const deed = perPerson ? 'on' : 'off';
  await house.database.transaction(async (tx) => {
    const switchedBy = (await personById(tx, actor.personId))?.name ?? null;
    await writeSetting(tx, 'figures', { perPerson, reason, switchedAt: at.toISOString(), switchedBy });
    await insertFigureEntry(tx, { id: house.newId(), at, personId: actor.personId, deed, text: reason });
    await record(tx, at, [{ kind: 'figures.switched', personId: actor.personId, payload: { deed, reason } }]);
  });
  return readCodetermination(house);
}

export async function lookAtPersonFigures(house: House, actor: Actor, wish: WallScope): Promise<PersonFigures> {
  const at = house.clock.now();
  const scope = await house.database.transaction(async (tx) => {
    if (!(await mayBeSeen(tx))) throw problem('figures.off', 403);
    const asked = await scopeOf(tx, actor, wish);
    const channel = wish.channel === undefined ? null : (await wallChannels(tx, asked))[0]?.name;
    const text = [await teamName(tx, wish.team), channel].filter((name) => name).join(' · ');
    await insertFigureEntry(tx, { id: house.newId(), at, personId: actor.personId, deed: 'look', text });
    const payload = { channel: wish.channel ?? null, team: wish.team ?? null };
    await record(tx, at, [{ kind: 'figures.viewed', personId: actor.personId, payload }]);
    return asked;
  });
  return house.aside.run('wall.people', { ...scope, now: at, personId: null });
}

export async function readOwnFigures(house: House, actor: Actor) {
  const everywhere: Actor = { ...actor, channels: 'all' };
  const question = { actor: everywhere, only: null, now: house.clock.now(), personId: actor.personId };
  const { people } = await house.aside.run('wall.people', question);
  const { n = 0, medianMinutes = null, p90Minutes = null } = people[0] ?? {};
  return { n, medianMinutes, p90Minutes, seenByLeads: await mayBeSeen(house.database.reader) };
}
