import {
  getCodetermination,
  getOwnFigures,
  lookAtPersonFigures,
  switchPersonFigures,
} from '@stammgast/shared/contract/figures';
import { getWall, getWallHours, getWallNumbers, getWallUsual } from '@stammgast/shared/contract/wall';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import * as figures from '../flows/person-figures.ts';
import { openWall } from '../flows/read-wall.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerWallRoutes(app: FastifyInstance, house: House): void {
  const wall = openWall(house);
  mount(app, getWall, async ({ query, request }) => wall.now(actorOf(request), query));
  mount(app, lookAtPersonFigures, async ({ body, request }) =>
    figures.lookAtPersonFigures(house, actorOf(request), body),
  );
  mount(app, getOwnFigures, async ({ request }) => figures.readOwnFigures(house, actorOf(request)));
  mount(app, getCodetermination, async () => figures.readCodetermination(house));
  mount(app, switchPersonFigures, async ({ body, request }) =>
    figures.switchPersonFigures(house, actorOf(request), body),
  );
  mount(app, getWallNumbers, async ({ query, request }) => wall.numbers(actorOf(request), query));
  mount(app, getWallHours, async ({ query, request }) => wall.hours(actorOf(request), query));
  mount(app, getWallUsual, async ({ query, request }) => wall.usual(actorOf(request), query));
}
