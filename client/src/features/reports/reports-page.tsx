import '../../styles/administration.css';
import '../../styles/reports.css';
import { getReport, type Report } from '@stammgast/shared/contract/reports';
import { dateOf } from '@stammgast/shared/domain/reports/period';
import { localDay } from '@stammgast/shared/domain/time-words/local-time';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useMay, useMe } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Failed, Skeleton } from '../../components/states.tsx';
import { serverNow } from '../../live/server-clock.ts';
import { About } from './about.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Figures } from './figures.tsx';
import { Filters } from './filters.tsx';
import { measureNames } from './measures.ts';
import { questionOf, readReportSearch } from './report-search.ts';
import { SchedulesDialog } from './schedules-dialog.tsx';
import { GroupTable, PeriodTable } from './tables.tsx';
import { useReportWords } from './use-report-words.ts';

/** What was in a period: how much, how fast, how well. What is asked stands in the address. */
export function ReportsPage() {
  const { t } = useTranslation('reports');
  const words = useReportWords();
  const navigate = useNavigate();
  const { timeZone } = useMe().house;
  const maySchedule = useMay('report.schedule');
  const today = dateOf(localDay(new Date(serverNow()), timeZone));
  const question = questionOf(readReportSearch(useSearch({ strict: false })), today);
  const [schedules, setSchedules] = useState(false);
  const report = useQuery({
    queryKey: ['report', question],
    queryFn: ({ signal }) => call(getReport, { query: question, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('title')}
      note={words.period(question)}
      actions={
        <>
          <ExportMenu question={question} />
          <Button icon="file" onClick={() => window.print()}>
            {t('print')}
          </Button>
          {maySchedule && (
            <Button icon="send" onClick={() => setSchedules(true)}>
              {t('schedules.open')}
            </Button>
          )}
        </>
      }
    >
      <Filters question={question} today={today} onChange={(search) => void navigate({ to: '/reports', search })} />
      {report.isPending && <Skeleton lines={8} />}
      {report.isError && !report.data && (
        <Failed error={report.error} title={t('failed')} onRetry={() => void report.refetch()} />
      )}
      {report.data && <Shown report={report.data} />}
      {schedules && <SchedulesDialog question={question} onClose={() => setSchedules(false)} />}
    </Page>
  );
}

/** Where whoever holds the paper finds the report again. */
function addressOf({ from, to, grain, by, channel, team, policy, sentiment, topic }: Report): string {
  const asked = Object.entries({ from, to, grain, by, channel, team, policy, sentiment, topic });
  const query = new URLSearchParams(asked.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return `${window.location.origin}/reports?${query}`;
}

function Shown({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const [asTable, setAsTable] = useState(false);
  if (report.channels.length === 0) return <Empty title={t('empty.title')}>{t('empty.text')}</Empty>;
  return (
    <div className={asTable ? 'report as-table' : 'report'}>
      <About report={report} />
      <section aria-labelledby="report-course">
        <header className="block-head">
          <h2 id="report-course">{t('course.title')}</h2>
          <span className="meta">{t('course.note')}</span>
          <Button
            className="end"
            kind="quiet"
            size="sm"
            icon="table"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {t('asTable')}
          </Button>
        </header>
        <div className="drawn">
          <Figures report={report} />
        </div>
        <div className="written">
          <PeriodTable report={report} />
        </div>
      </section>
      {report.by !== 'none' && (
        <section aria-labelledby="report-groups">
          <header className="block-head">
            <h2 id="report-groups">{t('table.groups', { by: t(`by.${report.by}`) })}</h2>
            {report.by === 'topic' && <span className="meta">{t('several')}</span>}
          </header>
          <GroupTable report={report} />
        </section>
      )}
      <p className="print-only">{addressOf(report)}</p>
      <section className="print-only" aria-hidden="true">
        <h2>{t('meaning')}</h2>
        <dl>
          {measureNames.map((name) => (
            <div key={name}>
              <dt>{t(`measures.${name}`)}</dt>
              <dd>{t(`definitions.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
