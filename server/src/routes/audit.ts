import { listAudit } from '@stammgast/shared/contract/audit';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { readAudit } from '../flows/read-audit.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerAuditRoutes(app: FastifyInstance, house: House): void {
  mount(app, listAudit, async ({ query, request }) => readAudit(house, actorOf(request), query));
}
