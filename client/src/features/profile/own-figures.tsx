import { getOwnFigures } from '@stammgast/shared/contract/figures';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { durationWords } from '../../i18n/duration.ts';

/** What is computed about oneself, and who else may see it. */
export function OwnFigures() {
  const { t } = useTranslation(['profile', 'durations']);
  const { data } = useQuery({ queryKey: ['own-figures'], queryFn: ({ signal }) => call(getOwnFigures, { signal }) });
  if (!data) return null;
  const words = (minutes: number) => durationWords(t, minutes, { days: true });
  return (
    <section className="sheet">
      <h2>{t('figures.title')}</h2>
      <p className="muted">{t('figures.note')}</p>
      <p>
        {t('figures.n', { count: data.n })}{' '}
        {data.medianMinutes !== null &&
          data.p90Minutes !== null &&
          t('figures.times', { median: words(data.medianMinutes), p90: words(data.p90Minutes) })}
      </p>
      <p>{t(data.seenByLeads ? 'figures.seen' : 'figures.unseen')}</p>
    </section>
  );
}
