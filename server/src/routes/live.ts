import { listFacts } from '@stammgast/shared/contract/live';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { missedFacts } from '../flows/tell-facts.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerLiveRoutes(app: FastifyInstance, house: House): void {
  mount(app, listFacts, async ({ query, request }) => missedFacts(house, actorOf(request), query.after));
}
