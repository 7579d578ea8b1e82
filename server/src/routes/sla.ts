import { addPolicy, changeCalendar, changePolicy, getDeadlines, removePolicy } from '@stammgast/shared/contract/sla';
import type { FastifyInstance } from 'fastify';
import * as deadlines from '../flows/change-deadlines.ts';
import type { House } from '../flows/house.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerSlaRoutes(app: FastifyInstance, house: House): void {
  mount(app, getDeadlines, async () => deadlines.readDeadlines(house));
  mount(app, addPolicy, async ({ body, request }) => deadlines.addPolicy(house, actorOf(request), body));
  mount(app, changePolicy, async ({ params, body, request }) =>
    deadlines.changePolicy(house, actorOf(request), params.policyId, body),
  );
  mount(app, removePolicy, async ({ params, request }) => {
    await deadlines.removePolicy(house, actorOf(request), params.policyId);
    return { done: true as const };
  });
  mount(app, changeCalendar, async ({ body, request }) => deadlines.changeCalendar(house, actorOf(request), body));
}
