// The lead's numbers. What stands now is counted anew each time; what many screens ask for at once is computed once.
import type { Wall, WallHours, WallNumbers, WallPeriod, WallScope, WallUsual } from '@stammgast/shared/contract/wall';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { createMemory } from '../aside/memory.ts';
import { newestSeq } from '../events/events.queries.ts';
import { notFound } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import { channelsAskedFor, type Scope } from '../wall/scope.queries.ts';
import type { House } from './house.ts';

export type WallWish = WallScope & { readonly period: WallPeriod };

export function openWall(house: House) {
  const numbers = createMemory<WallNumbers>(house.clock, 1000);
  const usual = createMemory<WallUsual>(house.clock, 60_000);
  const hours = createMemory<WallHours>(house.clock, 60_000);

  const { reader } = house.database;
  const question = async <More extends object>(scope: Scope, more: More) => {
    const timeZone = (await readSetting(reader, 'house'))?.timeZone ?? 'UTC';
    return { ...scope, ...more, timeZone, now: house.clock.now() };
  };
  const nameOf = ({ actor: { role, channels }, only }: Scope, more: object = {}, seq = 0) =>
    JSON.stringify([role, channels, only, more, seq]);

  return {
    now: async (actor: Actor, wish: WallScope): Promise<Wall> => {
      const scope = await scopeOf(reader, actor, wish);
      return house.aside.run('wall.now', { ...scope, team: wish.team, now: house.clock.now() });
    },
    // A fact later, they are others.
    numbers: async (actor: Actor, { period, ...wish }: WallWish): Promise<WallNumbers> => {
      const scope = await scopeOf(reader, actor, wish);
      return numbers(nameOf(scope, { period }, await newestSeq(reader)), async () =>
        house.aside.run('wall.numbers', await question(scope, { period })),
      );
    },
    usual: async (actor: Actor, { period, ...wish }: WallWish): Promise<WallUsual> => {
      const scope = await scopeOf(reader, actor, wish);
      return usual(nameOf(scope, { period }), async () =>
        house.aside.run('wall.usual', await question(scope, { period })),
      );
    },
    hours: async (actor: Actor, wish: WallScope): Promise<WallHours> => {
      const scope = await scopeOf(reader, actor, wish);
      return hours(nameOf(scope), async () => house.aside.run('wall.hours', await question(scope, {})));
    },
  };
}

/** A team of whose channels the actor sees none is none: its numbers would be zeros. */
export async function scopeOf(db: Db, actor: Actor, wish: WallScope): Promise<Scope> {
  const only = await channelsAskedFor(db, wish);
  if (wish.team !== undefined && !only?.some((id) => sees(actor, id))) throw notFound();
  return { actor, only };
}
