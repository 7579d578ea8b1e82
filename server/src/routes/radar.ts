import { changeIncident, getIncident, getRadar, listIncidents } from '@stammgast/shared/contract/radar';
import type { FastifyInstance } from 'fastify';
import { changeIncident as change } from '../flows/change-incident.ts';
import type { House } from '../flows/house.ts';
import { incidentNumber, listIncidents as list, readIncident, readRadar } from '../flows/read-radar.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerRadarRoutes(app: FastifyInstance, house: House): void {
  mount(app, getRadar, async ({ request }) => readRadar(house, actorOf(request)));
  mount(app, listIncidents, async ({ query, request }) => list(house, actorOf(request), query.before));
  mount(app, getIncident, async ({ params, request }) =>
    readIncident(house.database.reader, actorOf(request), incidentNumber(params.incident)),
  );
  mount(app, changeIncident, async ({ params, body, request }) =>
    change(house, actorOf(request), incidentNumber(params.incident), body),
  );
}
