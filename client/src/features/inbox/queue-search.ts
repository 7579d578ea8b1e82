import { type QueueFilter, type QueueState, queueStates } from '@stammgast/shared/contract/threads';
import { type Sentiment, sentiments } from '@stammgast/shared/domain/assessment';

/** What stands in the address; `open` is left out because it is where everybody starts. */
export interface QueueSearch {
  state?: QueueState;
  channel?: string;
  sentiment?: Sentiment;
  assignee?: string;
  text?: string;
}

const oneOf = <T extends string>(values: readonly T[], value: unknown) => values.find((one) => one === value);
const word = (value: unknown, max: number) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, max) : undefined;

/** Reads an address; what makes no sense is dropped, so that an old link still opens a list. */
export function readQueueSearch(search: Record<string, unknown>): QueueSearch {
  const state = oneOf(queueStates, search.state);
  const found = {
    state: state === 'open' ? undefined : state,
    channel: word(search.channel, 64),
    sentiment: oneOf(sentiments, search.sentiment),
    assignee: word(search.assignee, 64),
    text: word(search.text, 200),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

export function filterOf(search: QueueSearch): QueueFilter {
  return { ...search, state: search.state ?? 'open' };
}

/** The address of a thread within a view. */
export function threadHref(threadId: string, search: QueueSearch): string {
  const params = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== undefined));
  return `/inbox/${encodeURIComponent(threadId)}${params.size > 0 ? `?${params}` : ''}`;
}
