import * as contract from '@stammgast/shared/contract/house-state';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { readHouseState, retryFact } from '../flows/house-state.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerHouseStateRoutes(app: FastifyInstance, house: House): void {
  mount(app, contract.getHouseState, () => readHouseState(house));
  mount(app, contract.retryFact, async ({ params, request }) => {
    await retryFact(house, actorOf(request), params.factId);
    return { done: true } as const;
  });
}
