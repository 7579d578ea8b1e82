import * as contract from '@stammgast/shared/contract/devices';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { House } from '../flows/house.ts';
import { addDevice, listDevices, removeDevice, testDevice } from '../flows/manage-devices.ts';
import { actorOf, mount } from '../http/mount.ts';
import { problem } from '../http/problem.ts';

const done = { done: true as const };

export function registerDeviceRoutes(app: FastifyInstance, house: House): void {
  mount(app, contract.listDevices, ({ request }) => listDevices(house, actorOf(request), sessionOf(request)));
  mount(app, contract.addDevice, ({ body, request }) => addDevice(house, actorOf(request), sessionOf(request), body));
  mount(app, contract.removeDevice, async ({ params, request }) => {
    await removeDevice(house, actorOf(request), params.deviceId);
    return done;
  });
  mount(app, contract.testDevice, async ({ params, request }) => {
    await testDevice(house, actorOf(request), params.deviceId);
    return done;
  });
}

function sessionOf(request: FastifyRequest): string {
  if (!request.sessionId) throw problem('auth.required', 401);
  return request.sessionId;
}
