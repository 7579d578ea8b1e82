import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { aRow } from '../testing/rows.ts';
import { mendLateLists, patchCache, putRow, queueKey } from './patch-cache.ts';
import type { QueueData } from './queue-data.ts';
import { beginStep, endStep } from './unanswered.ts';

const q = 'is:open';
const row = aRow();
const resolved = { status: 'resolved', resolvedReason: 'spam', resolvedBy: 'anna' } as const;

/** A list that is asked for, and answered when the test says so. */
function aList() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const stop = mendLateLists(client, 'anna');
  const answers: ((rows: readonly ThreadRow[]) => void)[] = [];
  const observer = new QueryObserver<QueueData>(client, {
    queryKey: queueKey(q),
    queryFn: ({ signal }) =>
      new Promise((resolve, reject) => {
        // Who leaves waits no longer.
        signal.addEventListener('abort', reject);
        answers.push((threads) => resolve({ pages: [{ threads, next: null, until: null }], pageParams: [null] }));
      }),
  });
  let leave = observer.subscribe(() => undefined);
  const answer = async (...rows: readonly ThreadRow[]) => {
    answers.shift()?.(rows);
    await expect.poll(() => client.isFetching()).toBe(0);
  };
  return {
    client,
    answer,
    ask: () => void observer.refetch(),
    leave: () => leave(),
    comeBack: () => {
      answers.length = 0;
      leave = observer.subscribe(() => undefined);
    },
    shown: () => client.getQueryData<QueueData>(queueKey(q))?.pages.flatMap(({ threads }) => threads),
    told: (thread: ThreadRow, kind: 'thread.assigned' | 'review.saved' = 'thread.assigned') => {
      const of = { channelId: thread.channelId, threadId: thread.id, personId: null };
      const fact = { seq: 1, at: row.openedAt, kind, ...of, thread: kind === 'thread.assigned' ? thread : null };
      patchCache(client, { facts: [fact], seq: 1, reset: false, serverNow: fact.at }, 'anna');
    },
    end: () => {
      leave();
      stop();
      client.clear();
    },
  };
}

it('shows what was done while it was on its way, also when that is answered before it comes', async () => {
  const { client, answer, ask, shown, end } = aList();
  await answer(row);
  ask();
  const step = { assigneeId: 'anna' };
  const before = beginStep(client, row, step);
  putRow(client, before, 'anna');
  putRow(client, endStep(client, before, step, { ...row, ...step, version: 2 }), 'anna');
  await answer(row);
  expect(shown()).toEqual([{ ...row, ...step, version: 2 }]);
  end();
});

it('does not bring back what was done with, answered or not', async () => {
  const { client, answer, ask, shown, end } = aList();
  const other = aRow({ id: 't2' });
  await answer(row, other);
  ask();
  putRow(client, { ...row, ...resolved, version: 2 }, 'anna');
  putRow(client, beginStep(client, other, resolved), 'anna');
  await answer(row, other);
  expect(shown()).toEqual([]);
  // Not answered yet, the second is asked for and comes as it was.
  ask();
  await answer(other);
  expect(shown()).toEqual([]);
  end();
});

it('keeps what came by news meanwhile, also when it comes for the first time; other news take nothing away', async () => {
  const { answer, shown, told, end } = aList();
  const fresh = aRow({ id: 't2', queueAt: '2026-03-05T15:00:00.000Z' });
  told(fresh);
  told(row, 'review.saved');
  await answer(row);
  expect(shown()?.map(({ id }) => id)).toEqual(['t1', 't2']);
  end();
});

it('leaves alone what the list knows better', async () => {
  const { answer, ask, shown, told, end } = aList();
  await answer(row);
  ask();
  told({ ...row, assigneeId: 'ben', version: 2 });
  const newest = { ...row, assigneeId: 'anna', version: 3 };
  await answer(newest);
  expect(shown()).toEqual([newest]);
  // The next answer is not measured by old news.
  ask();
  await answer();
  expect(shown()).toEqual([]);
  end();
});

it('forgets what came while it was on its way and was left', async () => {
  const { answer, shown, told, leave, comeBack, end } = aList();
  told({ ...row, assigneeId: 'ben', version: 2 });
  leave();
  told({ ...row, ...resolved, version: 3 });
  comeBack();
  await answer();
  expect(shown()).toEqual([]);
  end();
});
