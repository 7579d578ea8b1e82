import { shownNow } from '../live/hold.ts';
import { useTimes } from './use-times.ts';

/** When something was, is due or begins, by the clock of the house: short to read, whole on asking. */
export function Instant({ at, className }: { at: string; className?: string }) {
  const times = useTimes();
  return (
    <time className={className} dateTime={at} title={times.exact(at)}>
      {times.instant(at, shownNow())}
    </time>
  );
}
