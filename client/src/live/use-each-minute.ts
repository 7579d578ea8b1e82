import { useEffect, useRef } from 'react';
import { onTick } from './ticker.ts';

/** Once a minute while `on`, by the one clock of the page. */
export function useEachMinute(run: () => void, on: boolean): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!on) return;
    let seconds = 0;
    return onTick(() => {
      seconds += 1;
      if (seconds % 60 === 0) latest.current();
    });
  }, [on]);
}
