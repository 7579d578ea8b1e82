import { changeDeadlines, getDeadlines, listHolidays, previewDeadlines } from '@stammgast/shared/contract/sla';
import type { FastifyInstance } from 'fastify';
import * as deadlines from '../flows/change-deadlines.ts';
import type { House } from '../flows/house.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerSlaRoutes(app: FastifyInstance, house: House): void {
  mount(app, getDeadlines, async () => deadlines.readDeadlines(house));
  mount(app, previewDeadlines, async ({ body, request }) =>
    deadlines.previewDeadlines(house, actorOf(request), body.change),
  );
  mount(app, changeDeadlines, async ({ body, request }) =>
    deadlines.changeDeadlines(house, actorOf(request), body.change, body.running),
  );
  mount(app, listHolidays, async ({ query }) => ({ holidays: await deadlines.readHolidays(house, query.region) }));
}
