import * as promises from '@stammgast/shared/contract/promises';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { addPromise, changePromise } from '../flows/keep-promises.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerPromiseRoutes(app: FastifyInstance, house: House): void {
  mount(app, promises.addPromise, ({ params, body, request }) =>
    addPromise(house, actorOf(request), params.threadId, body),
  );
  mount(app, promises.changePromise, ({ params, body, request }) =>
    changePromise(house, actorOf(request), params.promiseId, body),
  );
}
