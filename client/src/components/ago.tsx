import { useCallback, useEffect, useRef } from 'react';
import { shownNow } from '../live/hold.ts';
import { onTick } from '../live/ticker.ts';
import { useTimes } from './use-times.ts';

/** How long ago something was said or done, by the reader's own clock; whole on asking, and on paper. */
export function Ago({ at, className }: { at: string; className?: string }) {
  const times = useTimes();
  // What is done while the page is held, or by a platform whose clock is ahead, was done now and not in a while.
  const words = useCallback(() => times.ago(at, Math.max(shownNow(), Date.parse(at))), [at, times]);
  const text = useRef<HTMLSpanElement>(null);
  // Time passes where nothing else happens; that draws nothing anew.
  useEffect(
    () =>
      onTick(() => {
        const now = words();
        if (text.current && text.current.textContent !== now) text.current.textContent = now;
      }),
    [words],
  );
  return (
    <time className={className ? `ago ${className}` : 'ago'} dateTime={at} title={times.exactHere(at)}>
      <span ref={text}>{words()}</span>
    </time>
  );
}
