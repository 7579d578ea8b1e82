import { removeDemo as contract } from '@stammgast/shared/contract/demo';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { removeDemo } from '../flows/remove-demo.ts';
import { actorOf, mount } from '../http/mount.ts';

/** `onRemoved`: the house may need a new set-up link now, and publishes for real from now on. */
export function registerDemoRoutes(app: FastifyInstance, house: House, onRemoved?: () => Promise<void>): void {
  mount(app, contract, async ({ request }) => {
    const removed = await removeDemo(house, actorOf(request).personId);
    await onRemoved?.();
    return { removed };
  });
}
