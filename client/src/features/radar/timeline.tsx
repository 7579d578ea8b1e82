import type { IncidentReport, TimelineEntry } from '@stammgast/shared/contract/radar';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../api/people-and-channels.ts';
import { Instant } from '../../components/instant.tsx';

/** What happened when: to be read afterwards. */
export function Timeline({ report: { timeline } }: { report: IncidentReport }) {
  const { t } = useTranslation('radar');
  return (
    <section aria-labelledby="timeline">
      <header className="block-head">
        <h2 id="timeline">{t('timeline.title')}</h2>
      </header>
      <ol className="timeline">
        {timeline.map((entry) => (
          <li key={`${entry.at} ${entry.kind} ${entry.step ?? ''}`}>
            <Instant className="meta" at={entry.at} />
            <Happened entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Happened({ entry: { kind, personId, level, step, verdict } }: { entry: TimelineEntry }) {
  const { t } = useTranslation(['radar', 'common']);
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const who = colleagues.find(({ id }) => id === personId)?.name ?? t('someone');
  switch (kind) {
    case 'alarm':
    case 'rise':
      return <span>{t(`timeline.${kind}`, { level: level ?? 0, word: t(`common:wind.words.${level ?? 0}`) })}</span>;
    case 'step':
      return <span>{t('timeline.step', { who, step: step ? t(`playbook.steps.${step}.what`) : '' })}</span>;
    case 'verdict':
      return <span>{t('timeline.verdict', { who, verdict: verdict ? t(`verdict.${verdict}`) : '' })}</span>;
    default:
      return <span>{t(`timeline.${kind}`, { who })}</span>;
  }
}
