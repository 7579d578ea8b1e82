import type { Fact } from '@stammgast/shared/contract/live';
import type { Looking } from '@stammgast/shared/domain/search/fulfils';
import { type Search, termsOf } from '@stammgast/shared/domain/search/search';
import { isOpenFor, placeRow, type QueueData, withoutRow } from './queue-data.ts';

interface Queue {
  /** The text under which the list is kept. */
  readonly q: string;
  readonly search: Search;
  readonly data: QueueData;
}

/** What the browser holds that facts may change. */
export interface CacheState {
  readonly queues: readonly Queue[];
  /** Things that have to be asked for again, because a fact does not carry them. */
  readonly stale: readonly Stale[];
}
export type Stale =
  | 'counts'
  | 'channels'
  | 'people'
  | 'wall'
  | 'house'
  | 'context'
  | 'view-counts'
  | 'review'
  | 'radar'
  | 'threads'
  | `thread ${string}`
  | `queue ${string}`;

const houseFacts: Partial<Record<Fact['kind'], Stale>> = {
  'channel.added': 'channels',
  'channel.changed': 'channels',
  'channel.removed': 'channels',
  'house.changed': 'house',
  'person.changed': 'people',
  'author.linked': 'context',
};

const withStale = (state: CacheState, ...more: Stale[]): CacheState => ({
  ...state,
  stale: [...new Set([...state.stale, ...more])],
});

/** Lists that name a team: another channel may belong to it now. */
const ofTeams = ({ queues }: CacheState): Stale[] =>
  queues
    .filter(({ search }) => termsOf(search.where).some(({ key }) => key === 'team'))
    .map(({ q }) => `queue ${q}` as const);

/** What is said outside, and what we answer, is counted in an incident. */
const movesRadar = ({ kind }: Fact): boolean => kind.startsWith('comment.') || kind === 'reply.published';

/** The only bridge from facts to what is shown: cached state + facts = what a fresh fetch would bring. */
export function applyFact(state: CacheState, fact: Fact, who: Omit<Looking, 'now'>): CacheState {
  // By nobody: the demo was removed. Whoever asks again is shown out, and should read first how much went.
  if (fact.kind === 'house.changed' && fact.personId === null) return state;
  const house = houseFacts[fact.kind];
  if (house) return withStale(state, house, 'wall', ...(house === 'house' ? ofTeams(state) : []));
  if (fact.kind.startsWith('review.')) return withStale(state, 'review');
  // A thread tells whether it belongs to a storm that goes on.
  if (fact.kind.startsWith('radar.')) return withStale(state, 'radar', 'threads');
  if (!fact.threadId) return state;
  const { threadId, thread } = fact;
  const looking = { ...who, now: fact.at };
  const queues = state.queues.map((queue) => ({
    ...queue,
    data: thread ? placeRow(queue.data, queue.search, thread, looking) : withoutRow(queue.data, threadId),
  }));
  const open = thread ? queues.filter(({ search }) => isOpenFor(search, thread, looking)) : [];
  return withStale(
    { ...state, queues },
    'counts',
    'view-counts',
    'wall',
    `thread ${threadId}`,
    ...(movesRadar(fact) ? (['radar'] as const) : []),
    ...open.map(({ q }) => `queue ${q}` as const),
    // What is over may be sampled.
    ...(fact.kind === 'thread.resolved' ? (['review'] as const) : []),
  );
}
