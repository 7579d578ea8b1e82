import type { Fact } from '@stammgast/shared/contract/live';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aRow } from '../testing/rows.ts';
import { patchCache, putRow, threadKey } from './patch-cache.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function assigned(seq: number): Fact {
  const thread = aRow({ version: seq });
  const of = { channelId: thread.channelId, threadId: thread.id, personId: null, thread };
  return { seq, at: '2026-03-05T13:00:00.000Z', kind: 'thread.assigned', ...of };
}

it('asks for the wall soon after a fact, and in a storm once a second', async () => {
  const client = new QueryClient();
  const asked: number[] = [];
  const start = performance.now();
  const leave = new QueryObserver(client, {
    queryKey: ['wall', 'now'],
    queryFn: () => asked.push(performance.now() - start),
    staleTime: Number.POSITIVE_INFINITY,
  }).subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(1);
  asked.length = 0;

  for (let seq = 0; seq < 500; seq++) {
    const fact = assigned(seq);
    patchCache(client, { facts: [fact], seq, reset: false, serverNow: fact.at }, 'anna');
    await vi.advanceTimersByTimeAsync(20);
  }
  const end = performance.now() - start;
  await vi.advanceTimersByTimeAsync(2000);
  leave();
  client.clear();

  expect(asked[0]).toBeLessThanOrEqual(410);
  expect(asked.length).toBeGreaterThanOrEqual(10);
  expect(asked.length).toBeLessThanOrEqual(11);
  // What the last fact changed is seen as well, within the two seconds.
  expect(asked.at(-1)).toBeGreaterThanOrEqual(end - 20);
  expect(asked.at(-1)).toBeLessThanOrEqual(end + 1000);
});

it('says of an open thread no more than what stands on the page', () => {
  const client = new QueryClient();
  const thread = { row: aRow(), comments: [{ id: 'c1' }] };
  client.setQueryData(threadKey('t1'), thread);
  // The guest has written again meanwhile: whoever begins to answer now, or has it open, has not read that.
  const heard = { said: 2, lastActivityAt: '2026-03-05T13:30:00.000Z' };
  putRow(client, aRow({ assigneeId: 'anna', version: 3, ...heard }), 'anna');
  const row = aRow({ assigneeId: 'anna', version: 3 });
  expect(client.getQueryData(threadKey('t1'))).toEqual({ ...thread, row });
});
