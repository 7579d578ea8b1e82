import '../../styles/radar.css';
import { textOfTerms } from '@stammgast/shared/domain/search/print';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { weatherQuery } from '../../api/radar.ts';
import { Wind } from '../../components/wind.tsx';

/** While a storm goes on it is said on every page, with the way to it and to its threads. */
export function RadarBar() {
  const { t } = useTranslation('radar');
  const incident = useQuery(weatherQuery).data?.incident;
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // Whoever reads it already need not be told.
  if (!incident || path === `/radar/${incident.number}`) return null;
  return (
    <section className="bar radar-bar no-print" aria-label={t('bar.label')}>
      <Wind level={incident.level} />
      <span className="numbers">
        {t('bar.numbers', { count: incident.comments, critics: incident.critics, channels: incident.channels.length })}
      </span>
      <Link className="link" to="/radar/$incident" params={{ incident: String(incident.number) }}>
        {t('bar.open')}
      </Link>
      <Link className="link" to="/inbox" search={{ q: openThreadsOf(incident.number) }}>
        {t('bar.threads')}
      </Link>
    </section>
  );
}

const openThreadsOf = (number: number) =>
  textOfTerms({ key: 'incident', value: `${number}` }, { key: 'is', value: 'open' });
