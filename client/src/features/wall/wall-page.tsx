import '../../styles/administration.css';
import '../../styles/wall.css';
import { getWall, type Wall } from '@stammgast/shared/contract/wall';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useMe } from '../../api/me.ts';
import { Page } from '../../components/page.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';
import { durationWords } from '../../i18n/duration.ts';
import { localeTag } from '../../i18n/locale-tag.ts';
import { ChannelNumbers } from './channel-numbers.tsx';
import { Figures } from './figures.tsx';
import { Workload } from './workload.tsx';

const windows = [1, 7, 30, 90] as const;

/** The lead's first page. Facts make the query stale, so the numbers follow within a second. */
export function WallPage() {
  const { t } = useTranslation('wall');
  const [days, setDays] = useState<number>(7);
  const wall = useQuery({
    queryKey: ['wall', days],
    queryFn: ({ signal }) => call(getWall, { query: { days }, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('title')}
      note={wall.data && <Today at={wall.data.at} />}
      actions={
        <>
          {wall.data && <AsOf at={wall.data.at} />}
          <WindowChoice days={days} onChoose={setDays} />
        </>
      }
    >
      {wall.isPending && <Skeleton lines={8} />}
      {wall.isError && !wall.data && (
        <Failed error={wall.error} title={t('failed')} onRetry={() => void wall.refetch()} />
      )}
      {wall.data && <Numbers wall={wall.data} />}
    </Page>
  );
}

function Numbers({ wall }: { wall: Wall }) {
  return (
    <div className="wall">
      <Figures wall={wall} />
      <Reading wall={wall} />
      <div className="cols">
        <Workload wall={wall} />
        <ChannelNumbers channels={wall.channels} />
      </div>
    </div>
  );
}

/** The numbers as one sentence; without answers it says so instead of showing a zero. */
function Reading({ wall: { firstResponse, stillWaiting } }: { wall: Wall }) {
  const { t } = useTranslation(['wall', 'durations']);
  const { n, medianMinutes, p90Minutes } = firstResponse;
  const waiting = t('waiting', { count: stillWaiting });
  if (medianMinutes === null || p90Minutes === null) {
    return (
      <p className="reading">
        {t('reading.none')} <span className="muted">{waiting}</span>
      </p>
    );
  }
  const values = {
    median: durationWords(t, medianMinutes, { days: true }),
    p90: durationWords(t, p90Minutes, { days: true }),
  };
  return (
    <p className="reading">
      <Trans t={t} i18nKey="reading.some" values={values} components={{ b: <b /> }} />{' '}
      <span className="muted">
        {t('reading.scope', { n })} {waiting}
      </span>
    </p>
  );
}

function Today({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const { timeZone } = useMe().house;
  return new Date(at).toLocaleDateString(localeTag(i18n.language), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

function AsOf({ at }: { at: string }) {
  const { t, i18n } = useTranslation('wall');
  const { timeZone } = useMe().house;
  const time = new Date(at).toLocaleTimeString(localeTag(i18n.language), { timeZone, hour12: false });
  return <span className="meta">{t('asOf', { time })}</span>;
}

function WindowChoice({ days, onChoose }: { days: number; onChoose: (days: number) => void }) {
  const { t } = useTranslation('wall');
  const name = useId();
  return (
    <fieldset className="group">
      <legend className="sr">{t('window')}</legend>
      <span className="seg radio">
        {windows.map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={one === days} onChange={() => onChoose(one)} />
            {t('days', { count: one })}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
