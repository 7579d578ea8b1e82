import type { Wall } from '@stammgast/shared/contract/wall';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { readWall } from '../wall/wall.ts';
import type { House } from './house.ts';

export function readLeadersWall(house: House, actor: Actor, windowDays: number): Promise<Wall> {
  return readWall(house.database.reader, actor, windowDays, house.clock.now());
}
