import { getWall } from '@stammgast/shared/contract/wall';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { readLeadersWall } from '../flows/read-wall.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerWallRoutes(app: FastifyInstance, house: House): void {
  mount(app, getWall, async ({ query, request }) => readLeadersWall(house, actorOf(request), query.days));
}
