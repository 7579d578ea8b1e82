import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../components/kbd.tsx';
import { useTimes } from '../components/use-times.ts';
import { useLive } from '../live/live.tsx';
import { serverNow } from '../live/server-clock.ts';

/** Minutes pass also where nothing else happens. */
function useMinute(): number {
  const [minute, setMinute] = useState(() => Math.floor(serverNow() / 60_000));
  useEffect(() => {
    const timer = setInterval(() => setMinute(Math.floor(serverNow() / 60_000)), 5000);
    return () => clearInterval(timer);
  }, []);
  return minute * 60_000;
}

/** Shows whether the page is live, and lets one hold it still. */
export function LiveButton() {
  const { t } = useTranslation();
  const { status, paused, asOf, setPaused } = useLive();
  const minute = useMinute();
  const times = useTimes();
  const at = asOf ?? minute;
  const time = times.named(times.time(at), at);
  const state = paused ? 'paused' : status === 'lost' ? 'offline' : status === 'live' ? 'on' : 'connecting';
  return (
    <button
      className={`live ${state}`}
      type="button"
      aria-pressed={paused}
      onClick={() => setPaused(!paused)}
      title={t('live.pause')}
    >
      <span className="dot" />
      <span>{t(`live.${state}`, { time })}</span>
      <Kbd keys="p" />
    </button>
  );
}
