import * as reports from '@stammgast/shared/contract/reports';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { exportReport, readReport } from '../flows/read-reports.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerReportRoutes(app: FastifyInstance, house: House): void {
  mount(app, reports.getReport, ({ query, request }) => readReport(house, actorOf(request), query));
  mount(app, reports.exportReport, async ({ query, request, reply }) => {
    const { name, type, content } = await exportReport(house, actorOf(request), query);
    reply.headers({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"` });
    return content;
  });
}
