import '../../styles/radar.css';
import type { Incident } from '@stammgast/shared/contract/radar';
import { textOfTerms } from '@stammgast/shared/domain/search/print';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Wind } from '../../components/wind.tsx';

/** While a storm goes on it is said on every page, with the way to it and to its threads. */
export function RadarBar({ incident }: { incident: Incident }) {
  const { t } = useTranslation('radar');
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // Whoever reads it already need not be told.
  if (path === `/radar/${incident.number}`) return null;
  return (
    <section className="bar radar-bar no-print" aria-label={t('bar.label')}>
      <Wind level={incident.level} />
      <span className="numbers">
        {t('bar.numbers', {
          count: incident.comments,
          critics: t('people', { count: incident.critics }),
          channels: incident.channels.length,
        })}
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
