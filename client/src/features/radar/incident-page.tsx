import '../../styles/administration.css';
import '../../styles/wall.css';
import '../../styles/radar.css';
import type { IncidentReport } from '@stammgast/shared/contract/radar';
import { textOfTerms } from '@stammgast/shared/domain/search/print';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.ts';
import { colleaguesQuery } from '../../api/people-and-channels.ts';
import { incidentQuery } from '../../api/radar.ts';
import { Button } from '../../components/button.tsx';
import { Instant } from '../../components/instant.tsx';
import { Page } from '../../components/page.tsx';
import { SourcePosts } from '../../components/source-posts.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';
import { Wind } from '../../components/wind.tsx';
import { HourPanel } from './hour-panel.tsx';
import { IncidentChannels } from './incident-channels.tsx';
import { Lesson } from './lesson.tsx';
import { Playbook } from './playbook.tsx';
import { Timeline } from './timeline.tsx';
import { useIncidentChange } from './use-incident-change.ts';

/** One storm: how strong, where, what is to be done, and afterwards what happened when. */
export function IncidentPage() {
  const { t } = useTranslation('radar');
  const { incident: number } = useParams({ from: '/house/radar/$incident' });
  const report = useQuery(incidentQuery(number));
  return (
    <Page
      title={t('incident', { number })}
      note={report.data && <Span report={report.data} />}
      actions={report.data && <Actions report={report.data} />}
    >
      {report.isError && !report.data && (
        <Failed error={report.error} title={t('failed')} onRetry={() => void report.refetch()} />
      )}
      {report.isPending && <Skeleton lines={6} />}
      {report.data && <Report report={report.data} />}
    </Page>
  );
}

function Report({ report }: { report: IncidentReport }) {
  const { t } = useTranslation('radar');
  const mayManage = useMay('radar.manage');
  return (
    <div className="incident">
      <p className="title" role="status">
        <Wind level={report.endedAt ? report.peak : report.level} />
        {!report.endedAt && report.peak > report.level && (
          <span className="muted">{t('peak', { level: report.peak })}</span>
        )}
      </p>
      <p>
        <Link className="link" to="/inbox" search={{ q: threadsOf(report.number) }} data-list="incident">
          {t('threads', { count: report.threads })}
        </Link>{' '}
        <span className="muted">
          {t('numbers', { count: report.comments, critics: t('people', { count: report.critics }) })} ·{' '}
          {t('answered', { count: report.threads, answered: report.answered })}
        </span>
      </p>
      <SourcePosts channels={report.channels} />
      <div className="cols">
        <HourPanel hours={report.hours} />
        <Playbook report={report} mayManage={mayManage} />
        <IncidentChannels report={report} />
        <Timeline report={report} />
      </div>
      <Lesson report={report} mayManage={mayManage} />
    </div>
  );
}

const threadsOf = (number: number) => textOfTerms({ key: 'incident', value: `${number}` });

function Span({ report: { startedAt, endedAt } }: { report: IncidentReport }) {
  const { t } = useTranslation('radar');
  return (
    <>
      {t('since')} <Instant at={startedAt} />
      {endedAt ? (
        <>
          {' '}
          {t('until')} <Instant at={endedAt} />
        </>
      ) : (
        ` · ${t('list.goesOn')}`
      )}
    </>
  );
}

function Actions({ report }: { report: IncidentReport }) {
  const { t } = useTranslation('radar');
  const mayManage = useMay('radar.manage');
  const { change, busy } = useIncidentChange(report.number);
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const leader = colleagues.find(({ id }) => id === report.leaderId)?.name;
  const judged = (verdict: 'confirmed' | 'false-alarm') => (
    <Button
      aria-pressed={report.verdict === verdict}
      disabled={busy}
      onClick={() => change({ verdict: report.verdict === verdict ? null : verdict })}
    >
      {t(`verdict.${verdict}`)}
    </Button>
  );
  return (
    <>
      <span className="meta">{leader ? t('leader', { name: leader }) : t('noLeader')}</span>
      {mayManage && (
        <>
          <Button kind={leader ? 'plain' : 'primary'} disabled={busy} onClick={() => change({ lead: true })}>
            {t('takeLead')}
          </Button>
          {judged('confirmed')}
          {judged('false-alarm')}
        </>
      )}
    </>
  );
}
