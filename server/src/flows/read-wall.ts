import type { Wall } from '@stammgast/shared/contract/wall';
import type { Actor } from '@stammgast/shared/domain/permissions';
import type { House } from './house.ts';

export function readLeadersWall(house: House, actor: Actor, windowDays: number): Promise<Wall> {
  return house.aside.run('wall.read', { actor, windowDays, now: house.clock.now() });
}
