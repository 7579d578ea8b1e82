import type { Fact } from '@stammgast/shared/contract/live';
import type { QueueFilter } from '@stammgast/shared/contract/threads';
import { placeRow, type QueueData, withoutRow } from './queue-data.ts';

/** What the browser holds that facts may change. */
export interface CacheState {
  readonly queues: readonly { readonly filter: QueueFilter; readonly data: QueueData }[];
  /** Things that have to be asked for again, because a fact does not carry them. */
  readonly stale: readonly Stale[];
}
export type Stale = 'counts' | 'channels' | 'people' | 'wall' | `thread ${string}`;

const houseFacts: Partial<Record<Fact['kind'], Stale>> = {
  'channel.added': 'channels',
  'channel.changed': 'channels',
  'channel.removed': 'channels',
  'person.changed': 'people',
};

const withStale = (state: CacheState, ...more: Stale[]): CacheState => ({
  ...state,
  stale: [...new Set([...state.stale, ...more])],
});

/** The only bridge from facts to what is shown: cached state + facts = what a fresh fetch would bring. */
export function applyFact(state: CacheState, fact: Fact, personId: string): CacheState {
  const house = houseFacts[fact.kind];
  if (house) return withStale(state, house, 'wall');
  if (!fact.threadId) return state;
  const { threadId, thread } = fact;
  const queues = state.queues.map(({ filter, data }) => ({
    filter,
    data: thread ? placeRow(data, filter, thread, { personId, now: fact.at }) : withoutRow(data, threadId),
  }));
  return withStale({ ...state, queues }, 'counts', 'wall', `thread ${threadId}`);
}
