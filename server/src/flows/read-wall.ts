// The lead's numbers. What stands now is counted anew each time; what many screens ask for at once is computed once.
import type { Wall, WallHours, WallNumbers, WallPeriod, WallUsual } from '@stammgast/shared/contract/wall';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { createMemory } from '../aside/memory.ts';
import { newestSeq } from '../events/events.queries.ts';
import { readSetting } from '../storage/settings.ts';
import type { House } from './house.ts';

export interface WallWish {
  readonly channel?: string | undefined;
  readonly period: WallPeriod;
}

export function openWall(house: House) {
  const numbers = createMemory<WallNumbers>(house.clock, 1000);
  const usual = createMemory<WallUsual>(house.clock, 60_000);
  const hours = createMemory<WallHours>(house.clock, 60_000);

  const question = async <Wish extends { channel?: string | undefined }>(actor: Actor, { channel, ...wish }: Wish) => {
    const timeZone = (await readSetting(house.database.reader, 'house'))?.timeZone ?? 'UTC';
    return { actor, channelId: channel ?? null, ...wish, timeZone, now: house.clock.now() };
  };
  const nameOf = ({ role, channels }: Actor, wish: object, seq = 0) => JSON.stringify([role, channels, wish, seq]);

  return {
    now: (actor: Actor, channel: string | undefined): Promise<Wall> =>
      house.aside.run('wall.now', { actor, channelId: channel ?? null, now: house.clock.now() }),
    // A fact later, they are others.
    numbers: async (actor: Actor, wish: WallWish): Promise<WallNumbers> =>
      numbers(nameOf(actor, wish, await newestSeq(house.database.reader)), async () =>
        house.aside.run('wall.numbers', await question(actor, wish)),
      ),
    usual: (actor: Actor, wish: WallWish): Promise<WallUsual> =>
      usual(nameOf(actor, wish), async () => house.aside.run('wall.usual', await question(actor, wish))),
    hours: (actor: Actor, wish: Pick<WallWish, 'channel'>): Promise<WallHours> =>
      hours(nameOf(actor, wish), async () => house.aside.run('wall.hours', await question(actor, wish))),
  };
}
