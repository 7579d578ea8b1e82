import * as contract from '@stammgast/shared/contract/notifications';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { countBell, markBell, readBell } from '../flows/read-bell.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerNotificationRoutes(app: FastifyInstance, house: House): void {
  mount(app, contract.listNotifications, ({ query, request }) => readBell(house, actorOf(request), query.cursor));
  mount(app, contract.countNotifications, ({ request }) => countBell(house, actorOf(request)));
  mount(app, contract.markNotifications, ({ body, request }) => markBell(house, actorOf(request), body.ids));
}
