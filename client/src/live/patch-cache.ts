import type { Facts } from '@stammgast/shared/contract/live';
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { defaultViews } from '@stammgast/shared/domain/search/default-views';
import type { Looking } from '@stammgast/shared/domain/search/fulfils';
import type { QueryClient } from '@tanstack/react-query';
import { meKey } from '../api/call.ts';
import { applyFact, type CacheState, type Stale } from './apply-event.ts';
import { invalidate } from './invalidate.ts';
import { type Change, keepLateListsTrue, noteForLateLists } from './late-lists.ts';
import { placeRow, type QueueData } from './queue-data.ts';
import { searchOf } from './searches.ts';
import { serverNow } from './server-clock.ts';
import { unansweredRows, withUnanswered } from './unanswered.ts';

export const queueKey = (q: string) => ['queue', q] as const;
/** The list of threads in which this person was mentioned: only the server knows them. */
export const mentionsKey = queueKey(defaultViews.mentioned);
export const threadKey = (threadId: string) => ['thread', threadId] as const;
/** The newest row of a thread, wherever it was seen last: ghosts and headers read it. */
export const rowKey = (threadId: string) => ['row', threadId] as const;

/** The newest known row of a thread, whoever told it. */
export function latestRow(client: QueryClient, row: ThreadRow): ThreadRow {
  const candidates = [
    client.getQueryData<ThreadRow>(rowKey(row.id)),
    client.getQueryData<{ row: ThreadRow }>(threadKey(row.id))?.row,
  ];
  return candidates.reduce<ThreadRow>((best, one) => (one && one.version > best.version ? one : best), row);
}

const queuesOf = (client: QueryClient) =>
  client.getQueriesData<QueueData>({ queryKey: ['queue'] }).flatMap(([key, data]) => {
    const q = String(key[1]);
    const search = searchOf(q);
    return data && search ? [{ q, search, data }] : [];
  });

/** Colleagues as far as they are known: a list that names one was asked for with them. */
const peopleOf = (client: QueryClient) =>
  client.getQueryData<{ colleagues: Looking['people'] }>(['colleagues'])?.colleagues ?? [];

/** Channels likewise, with the teams that a list may name. */
const channelsOf = (client: QueryClient) =>
  client.getQueryData<{ channels: Looking['channels'] }>(['channels'])?.channels ?? [];

const lookingIn = (client: QueryClient, personId: string): Looking => ({
  personId,
  people: peopleOf(client),
  channels: channelsOf(client),
  now: new Date(serverNow()).toISOString(),
});

/** Brings facts into the query cache. */
export function patchCache(client: QueryClient, { facts: told }: Facts, personId: string): void {
  const facts = told.map((fact) => (fact.thread ? { ...fact, thread: withUnanswered(client, fact.thread) } : fact));
  const queues = queuesOf(client);
  const who = { personId, people: peopleOf(client), channels: channelsOf(client) };
  const before: CacheState = { queues, stale: [] };
  const after = facts.reduce((state, fact) => applyFact(state, fact, who), before);
  after.queues.forEach(({ data }, index) => {
    const queue = queues[index];
    if (queue && queue.data !== data) client.setQueryData(queueKey(queue.q), data);
  });
  noteForLateLists(client, (q, data) => {
    const search = searchOf(q);
    if (!search) return data;
    const list: CacheState = { queues: [{ q, search, data }], stale: [] };
    return facts.reduce((state, fact) => applyFact(state, fact, who), list).queues[0]?.data ?? data;
  });
  for (const { thread } of facts) if (thread) client.setQueryData(rowKey(thread.id), thread);
  for (const stale of after.stale) refresh(client, stale);
}

const keysOf = (stale: Stale): string[][] => {
  if (stale.startsWith('queue ')) return [['queue', stale.slice(6)]];
  if (stale.startsWith('thread '))
    return [
      ['thread', stale.slice(7)],
      ['context', stale.slice(7)],
    ];
  if (stale === 'threads') return [['thread']];
  if (stale === 'house') return [[...meKey], ['views'], ['snippets'], ['deadlines'], ['channels']];
  return stale === 'people' ? [['people'], ['colleagues']] : [[stale]];
};

/** What costs the server a search is asked for seldom. */
const patienceWith = (stale: Stale): number => {
  if (stale.startsWith('thread ')) return 50;
  // The radar follows the facts as well, and counts them a moment after they were told.
  if (stale === 'radar') return 1500;
  return stale.startsWith('queue ') || stale === 'view-counts' ? 3000 : 400;
};

/** The wall is three readings of many rows: in a storm it is asked for once a second. */
const WALL_APART = 1000;

const waiting = new Set<string>();
let wallAskedAt = Number.NEGATIVE_INFINITY;

/** Asks again for what is on screen; a storm of facts asks once. */
function refresh(client: QueryClient, stale: Stale): void {
  if (waiting.has(stale)) return;
  waiting.add(stale);
  const apart = stale === 'wall' ? wallAskedAt + WALL_APART - performance.now() : 0;
  setTimeout(
    () => {
      waiting.delete(stale);
      if (stale === 'wall') wallAskedAt = performance.now();
      for (const queryKey of keysOf(stale)) invalidate(client, queryKey);
    },
    Math.max(patienceWith(stale), apart),
  );
}

const placing = (client: QueryClient, row: ThreadRow, personId: string): Change => {
  const looking = lookingIn(client, personId);
  return (q, data) => {
    const search = searchOf(q);
    return search ? placeRow(data, search, row, looking) : data;
  };
};

/** Puts a row everywhere at once: the answer of a command, or what it will be. */
export function putRow(client: QueryClient, told: ThreadRow, personId: string): void {
  const row = withUnanswered(client, told);
  const place = placing(client, row, personId);
  noteForLateLists(client, place);
  for (const { q, data } of queuesOf(client)) {
    const next = place(q, data);
    if (next !== data) client.setQueryData(queueKey(q), next);
  }
  client.setQueryData(rowKey(row.id), row);
  client.setQueryData(threadKey(row.id), (thread: { row: ThreadRow } | undefined) => thread && withNewRow(thread, row));
}

/**
 * A thread with a newer row. How much was said, and when last, stays as it is: the row may know of words that are not on
 * the page, and whoever has it open or begins to write now has not read them.
 */
export const withNewRow = <Kept extends { readonly row: ThreadRow }>(thread: Kept, row: ThreadRow): Kept => ({
  ...thread,
  row: { ...row, said: thread.row.said, lastActivityAt: thread.row.lastActivityAt },
});

/** Lists that come late know nothing of what was told since they were asked for, nor of what is not answered yet. */
export const mendLateLists = (client: QueryClient, personId: string): (() => void) =>
  keepLateListsTrue(client, (q, data) =>
    unansweredRows(client).reduce((now, row) => placing(client, row, personId)(q, now), data),
  );
