import type { ClockKind } from '@stammgast/shared/contract/sla';
import type { StoredClock } from './clocks.queries.ts';

/**
 * The promises that a comment asks for, given all clocks of its thread: none for a new thread. The first answer until
 * there was one, then the next one; and a resolution. startClocks lets those go on that run already.
 */
export function wantedKinds(clocks: readonly Pick<StoredClock, 'kind' | 'metAt'>[]): ClockKind[] {
  const answered = clocks.some((clock) => clock.kind === 'first' && clock.metAt);
  return [answered ? 'next' : 'first', 'resolution'];
}
