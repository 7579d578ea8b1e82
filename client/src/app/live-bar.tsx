import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { useTimes } from '../components/use-times.ts';
import { useLive } from '../live/live.tsx';
import { serverNow } from '../live/server-clock.ts';
import { onTick } from '../live/ticker.ts';

function useSecondsUntil(instant: number | null): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (instant === null) return;
    setNow(serverNow());
    return onTick(() => setNow(serverNow()));
  }, [instant]);
  return instant === null ? 0 : Math.max(0, Math.ceil((instant - now) / 1000));
}

/** Says that what is shown is old: line lost, or held still on purpose. */
export function LiveBar() {
  const { t } = useTranslation();
  const { status, paused, asOf, retryAt, retryNow, setPaused } = useLive();
  const seconds = useSecondsUntil(retryAt);
  const times = useTimes();
  const at = asOf ?? serverNow();
  const time = times.named(times.time(at), at);
  if (status === 'lost')
    return (
      <div className="bar warn no-print">
        <Icon name="unlink" />
        <span>{seconds > 0 ? t('live.lost', { time, seconds }) : t('live.lostNow', { time })}</span>
        <span className="end">
          <button className="link" type="button" onClick={retryNow}>
            {t('live.tryNow')}
          </button>
        </span>
      </div>
    );
  if (!paused) return null;
  return (
    <div className="bar no-print">
      <Icon name="pause" />
      <span>{t('live.pausedBar', { time })}</span>
      <span className="end">
        <button className="link" type="button" onClick={() => setPaused(false)}>
          {t('live.resume')}
        </button>
      </span>
    </div>
  );
}
