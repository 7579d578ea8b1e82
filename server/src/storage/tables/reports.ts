import type { ProblemCode } from '@stammgast/shared/contract/problem';
import type { ReportScheduleBody } from '@stammgast/shared/contract/reports';
import type { Cadence } from '@stammgast/shared/domain/reports/schedule';
import type { Columns } from '../columns.postgres.ts';

type Body = ReportScheduleBody;
/** What is sent, without when and to whom. */
export type ScheduledScope = Pick<Body, 'grain' | 'by' | 'channel' | 'team' | 'policy' | 'sentiment' | 'topic'>;

/** Reports that are sent by e-mail, each week or month. */
export function defineReports(c: Columns) {
  const reportSchedules = c.table('report_schedules', {
    id: c.id(),
    name: c.text().notNull(),
    cadence: c.text().$type<Cadence>().notNull(),
    scope: c.json<ScheduledScope>().notNull(),
    recipients: c.json<Body['recipients']>().notNull(),
    /** Also when there is nothing to report. */
    evenEmpty: c.boolean().notNull(),
    nextAt: c.instant().notNull(),
    lastSentAt: c.instant(),
    lastProblem: c.text().$type<ProblemCode>(),
    createdBy: c.text().notNull(),
    createdAt: c.instant().notNull(),
  });
  return { reportSchedules };
}
