import { shownNow } from '../live/hold.ts';
import { useTimes } from './use-times.ts';

/** Instants in words, in the house's time zone and the person's language. */
export function useInstantWords(): (instant: string) => string {
  const times = useTimes();
  return (instant) => times.instant(instant, shownNow());
}
