import type { ClockKind } from '@stammgast/shared/contract/sla';
import type { Sentiment, Urgency } from '@stammgast/shared/domain/assessment';
import type { StoredClock } from './clocks.queries.ts';
import type { WantedClock } from './terms.ts';

/** What a comment says about the promise that it asks for. */
export const askOf = ({
  sentiment,
  urgency,
  language,
  authorId,
  postedAt,
}: {
  readonly sentiment: Sentiment;
  readonly urgency?: Urgency | undefined;
  readonly language?: string | null | undefined;
  readonly authorId: string;
  readonly postedAt: Date;
}): Omit<WantedClock, 'threadId' | 'channelId' | 'kind'> => ({
  sentiment,
  urgency: urgency ?? 0,
  language: language ?? null,
  authorId,
  startedAt: postedAt,
});

/**
 * The promises that a comment asks for, given all clocks of its thread: none for a new thread. The first answer until
 * there was one, then the next one; and a resolution. startClocks lets those go on that run already.
 */
export function wantedKinds(clocks: readonly Pick<StoredClock, 'kind' | 'metAt'>[]): ClockKind[] {
  const answered = clocks.some((clock) => clock.kind === 'first' && clock.metAt);
  return [answered ? 'next' : 'first', 'resolution'];
}
