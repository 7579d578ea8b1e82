import { useEffect, useRef } from 'react';
import { shownNow } from '../live/hold.ts';
import { onTick } from '../live/ticker.ts';
import { useTimes } from './use-times.ts';

/** How long ago something was said or done, by the reader's own clock; whole on asking, and on paper. */
export function Ago({ at, className }: { at: string; className?: string }) {
  const times = useTimes();
  const text = useRef<HTMLSpanElement>(null);
  // Time passes where nothing else happens; that draws nothing anew.
  useEffect(
    () =>
      onTick(() => {
        const words = times.ago(at, shownNow());
        if (text.current && text.current.textContent !== words) text.current.textContent = words;
      }),
    [at, times],
  );
  return (
    <time className={className ? `ago ${className}` : 'ago'} dateTime={at} title={times.exactHere(at)}>
      <span ref={text}>{times.ago(at, shownNow())}</span>
    </time>
  );
}
