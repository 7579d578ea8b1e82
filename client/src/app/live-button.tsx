import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../components/kbd.tsx';
import { useTimes } from '../components/use-times.ts';
import { useLive } from '../live/live.tsx';
import { serverNow } from '../live/server-clock.ts';
import { onTick } from '../live/ticker.ts';

/** Shows whether the page is live, and lets one hold it still. */
export function LiveButton() {
  const { t } = useTranslation();
  const { status, paused, asOf, setPaused } = useLive();
  const times = useTimes();
  const state = paused ? 'paused' : status === 'lost' ? 'offline' : status === 'live' ? 'on' : 'connecting';
  const text = useRef<HTMLSpanElement>(null);
  // Minutes pass also where nothing else happens; that draws nothing anew.
  useEffect(() => {
    const write = () => {
      const at = asOf ?? serverNow();
      const words = t(`live.${state}`, { time: times.named(times.time(at), at) });
      if (text.current && text.current.textContent !== words) text.current.textContent = words;
    };
    write();
    return onTick(write);
  }, [asOf, state, t, times]);
  return (
    <button
      className={`live ${state}`}
      type="button"
      aria-pressed={paused}
      onClick={() => setPaused(!paused)}
      title={t('live.pause')}
    >
      <span className="dot" />
      <span ref={text} />
      <Kbd command="pause" />
    </button>
  );
}
