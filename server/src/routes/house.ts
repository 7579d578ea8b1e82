import { changeHouse } from '@stammgast/shared/contract/house';
import type { FastifyInstance } from 'fastify';
import * as flow from '../flows/change-house.ts';
import type { House } from '../flows/house.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerHouseRoutes(app: FastifyInstance, house: House): void {
  mount(app, changeHouse, ({ body, request }) => flow.changeHouse(house, actorOf(request), body));
}
