// Channels that bring less than usual, for everybody who works with what they bring. The wall says it too.
import type { SilentChannel } from '@stammgast/shared/contract/channels';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { createMemory } from '../aside/memory.ts';
import { activityOf } from '../channels/channels.queries.ts';
import { readSetting } from '../storage/settings.ts';
import type { House } from './house.ts';

const KEEP_MS = 60_000;

/** What is usual is computed once a minute for the whole house; whether something has come since then, each time. */
export function openSilence(house: House) {
  const memory = createMemory<SilentChannel[]>(house.clock, KEEP_MS);

  const compute = async () => {
    const timeZone = (await readSetting(house.database.reader, 'house'))?.timeZone ?? 'UTC';
    const scope = { actor: { personId: '', role: 'admin', channels: 'all' }, only: null } as const;
    const all = await house.aside.run('wall.silence', { ...scope, timeZone, now: house.clock.now() });
    return all.flatMap(({ id, silent, lastItemAt, usualGapMinutes }) =>
      silent && lastItemAt ? [{ id, lastItemAt, usualGapMinutes }] : [],
    );
  };

  return async (actor: Actor): Promise<{ channels: SilentChannel[] }> => {
    const silent = (await memory('house', compute)).filter(({ id }) => sees(actor, id));
    const activity = await activityOf(
      house.database.reader,
      silent.map(({ id }) => id),
      house.clock.now(),
    );
    const isStill = ({ id, lastItemAt }: SilentChannel) =>
      (activity.get(id)?.lastCommentAt?.toISOString() ?? '') <= lastItemAt;
    return { channels: silent.filter(isStill) };
  };
}
