import { getWall, getWallNumbers, getWallUsual } from '@stammgast/shared/contract/wall';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { openWall } from '../flows/read-wall.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerWallRoutes(app: FastifyInstance, house: House): void {
  const wall = openWall(house);
  mount(app, getWall, async ({ query, request }) => wall.now(actorOf(request), query.channel));
  mount(app, getWallNumbers, async ({ query, request }) => wall.numbers(actorOf(request), query));
  mount(app, getWallUsual, async ({ query, request }) => wall.usual(actorOf(request), query));
}
