import '../../../styles/radar.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { incidentQuery } from '../../../api/radar.ts';
import { Instant } from '../../../components/instant.tsx';
import { SourcePosts } from '../../../components/source-posts.tsx';
import { Wind } from '../../../components/wind.tsx';

/** Over the threads of one incident: how strong it is, since when, and the way to it. Nothing for whoever sees none. */
export function IncidentHead({ number }: { number: string }) {
  const { t } = useTranslation('radar');
  const incident = useQuery({ ...incidentQuery(number), retry: false }).data;
  if (!incident) return null;
  const { startedAt, endedAt, level, peak, threads, channels } = incident;
  return (
    <section className="incident-head" aria-label={t('incident', { number })}>
      <Wind level={endedAt ? peak : level} />
      <Link className="link" to="/radar/$incident" params={{ incident: number }}>
        {t('incident', { number })}
      </Link>
      <span className="meta">
        {t('since')} <Instant at={startedAt} />
        {endedAt && (
          <>
            {' '}
            {t('until')} <Instant at={endedAt} />
          </>
        )}{' '}
        · {t('threads', { count: threads })}
      </span>
      <SourcePosts channels={channels} />
    </section>
  );
}
