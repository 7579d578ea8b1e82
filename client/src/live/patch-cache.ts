import type { Facts } from '@stammgast/shared/contract/live';
import type { QueueFilter, ThreadRow } from '@stammgast/shared/contract/threads';
import type { QueryClient } from '@tanstack/react-query';
import { applyFact, type CacheState, type Stale } from './apply-event.ts';
import { placeRow, type QueueData } from './queue-data.ts';
import { serverNow } from './server-clock.ts';

export const queueKey = (filter: QueueFilter) => ['queue', filter] as const;
/** The list of threads in which this person was mentioned: only the server knows them. */
export const mentionsKey = ['queue', { state: 'mentioned' }] as const;
export const threadKey = (threadId: string) => ['thread', threadId] as const;
/** The newest row of a thread, wherever it was seen last: ghosts and headers read it. */
export const rowKey = (threadId: string) => ['row', threadId] as const;

const queuesOf = (client: QueryClient) =>
  client
    .getQueriesData<QueueData>({ queryKey: ['queue'] })
    .flatMap(([key, data]) => (data ? [{ key, filter: key[1] as QueueFilter, data }] : []));

/** Brings facts into the query cache. */
export function patchCache(client: QueryClient, { facts }: Facts, personId: string): void {
  const queues = queuesOf(client);
  const before: CacheState = { queues, stale: [] };
  const after = facts.reduce((state, fact) => applyFact(state, fact, personId), before);
  after.queues.forEach(({ data }, index) => {
    const queue = queues[index];
    if (queue && queue.data !== data) client.setQueryData(queue.key, data);
  });
  for (const { thread } of facts) if (thread) client.setQueryData(rowKey(thread.id), thread);
  for (const stale of after.stale) refresh(client, stale);
}

const keysOf = (stale: Stale): string[][] => {
  if (stale.startsWith('thread '))
    return [
      ['thread', stale.slice(7)],
      ['context', stale.slice(7)],
    ];
  return { counts: [['counts']], channels: [['channels']], people: [['people'], ['colleagues']], wall: [['wall']] }[
    stale as 'counts'
  ];
};

const waiting = new Set<string>();

/** Asks again for what is on screen; a storm of facts asks once. */
function refresh(client: QueryClient, stale: Stale): void {
  if (waiting.has(stale)) return;
  waiting.add(stale);
  setTimeout(
    () => {
      waiting.delete(stale);
      for (const queryKey of keysOf(stale)) void client.invalidateQueries({ queryKey });
    },
    stale.startsWith('thread ') ? 50 : 400,
  );
}

/** Puts a row everywhere at once: the answer of a command, or what it will be. */
export function putRow(client: QueryClient, row: ThreadRow, personId: string): void {
  const now = new Date(serverNow()).toISOString();
  for (const { key, filter, data } of queuesOf(client)) {
    const next = placeRow(data, filter, row, { personId, now });
    if (next !== data) client.setQueryData(key, next);
  }
  client.setQueryData(rowKey(row.id), row);
  client.setQueryData(threadKey(row.id), (thread: { row: ThreadRow } | undefined) => thread && { ...thread, row });
}
