import type { ReviewCase } from '@stammgast/shared/contract/review';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../components/instant.tsx';
import { useTimes } from '../../../components/use-times.ts';
import { durationWords } from '../../../i18n/duration.ts';
import { serverNow } from '../../../live/server-clock.ts';

type Moment = ReviewCase['timeline'][number];

/** What happened when, in one line. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  const { t } = useTranslation('review');
  return (
    <ol className="tl" aria-label={t('timeline.label')}>
      {moments.map((moment, i) => (
        <li key={`${moment.kind} ${moment.at}`} className={lookOf(moment)}>
          <When at={moment.at} before={moments[i - 1]?.at} />
          <What moment={moment} />
        </li>
      ))}
    </ol>
  );
}

/** The day is told once. */
function When({ at, before }: { at: string; before: string | undefined }) {
  const times = useTimes();
  const now = serverNow();
  const same = before !== undefined && times.date(before, now) === times.date(at, now);
  return same ? (
    <time dateTime={at} title={times.exact(at)}>
      {times.time(at)}
    </time>
  ) : (
    <Instant at={at} />
  );
}

function lookOf({ sentiment, inTime, promise }: Moment): string | undefined {
  if (sentiment === 'positive' || promise === 'kept') return 'good';
  return inTime === false || promise === 'broken' ? 'bad' : undefined;
}

function What({ moment: { kind, minutes, inTime, sentiment, promise } }: { moment: Moment }) {
  const { t } = useTranslation(['review', 'durations', 'common']);
  if (kind === 'promise') return t(`timeline.promise.${promise ?? 'open'}`);
  if (kind === 'reacted' && sentiment) return t('timeline.reacted', { mood: t(`common:sentiments.${sentiment}`) });
  if (kind !== 'answered') return t(`timeline.${kind}`);
  const took = minutes === null ? '' : durationWords(t, minutes, { days: true });
  return (
    <>
      {t('timeline.answered')}
      <small>{inTime === null ? took : t(inTime ? 'timeline.inTime' : 'timeline.late', { took })}</small>
    </>
  );
}
