import * as reports from '@stammgast/shared/contract/reports';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { exportReport, readReport } from '../flows/read-reports.ts';
import * as schedules from '../flows/schedule-reports.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerReportRoutes(app: FastifyInstance, house: House): void {
  mount(app, reports.getReport, ({ query, request }) => readReport(house, actorOf(request), query));
  mount(app, reports.exportReport, async ({ query, request, reply }) => {
    const { name, type, content } = await exportReport(house, actorOf(request), query);
    reply.headers({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"` });
    return content;
  });

  mount(app, reports.listReportSchedules, ({ request }) => schedules.listReportSchedules(house, actorOf(request)));
  mount(app, reports.addReportSchedule, ({ body, request }) =>
    schedules.addReportSchedule(house, actorOf(request), body),
  );
  mount(app, reports.changeReportSchedule, ({ params, body, request }) =>
    schedules.changeReportSchedule(house, actorOf(request), params.scheduleId, body),
  );
  mount(app, reports.removeReportSchedule, async ({ params, request }) => {
    await schedules.removeReportSchedule(house, actorOf(request), params.scheduleId);
    return { done: true as const };
  });
}
