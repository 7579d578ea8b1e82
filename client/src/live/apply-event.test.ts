import type { Fact } from '@stammgast/shared/contract/live';
import type { QueueFilter, ThreadRow } from '@stammgast/shared/contract/threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRow } from '../testing/rows.ts';
import { applyFact, type CacheState } from './apply-event.ts';
import { belongs, compareKeys, keyOf, type QueueData, type QueuePage, rowsOf } from './queue-data.ts';

const personId = 'anna';
const now = '2026-03-05T13:00:00.000Z';

/** What the server would list: the filter, the order and the pages, over everything there is. */
function fetchPage(all: readonly ThreadRow[], filter: QueueFilter, skip: number, limit: number): QueuePage {
  const sorted = all
    .filter((row) => belongs(row, filter, { personId, now }))
    .sort((a, b) => compareKeys(keyOf(a, filter), keyOf(b, filter), filter));
  const threads = sorted.slice(skip, skip + limit);
  const last = sorted.length > skip + limit ? threads.at(-1) : undefined;
  return { threads, next: last ? 'more' : null, until: last ? keyOf(last, filter) : null };
}

const id = fc.integer({ min: 0, max: 14 }).map((n) => `t${String(n).padStart(2, '0')}`);
const instant = fc.integer({ min: 0, max: 9 }).map((n) => `2026-03-05T12:5${n}:00.000Z`);
const change = fc.record({
  id,
  queueAt: instant,
  lastActivityAt: instant,
  status: fc.constantFrom('open' as const, 'waiting' as const, 'resolved' as const),
  sentiment: fc.constantFrom('negative' as const, 'positive' as const),
  assigneeId: fc.constantFrom(null, 'anna', 'tom'),
  replyState: fc.constantFrom(null, 'failed' as const),
  gone: fc.boolean(),
});
const filters: QueueFilter[] = [
  { state: 'open' },
  { state: 'open', assignee: 'me' },
  { state: 'open', assignee: 'none', sentiment: 'negative' },
  { state: 'soon' },
  { state: 'overdue' },
  { state: 'resolved' },
  { state: 'attention' },
  { state: 'all' },
];

function play(
  all: Map<string, ThreadRow>,
  { gone, ...fields }: typeof change extends fc.Arbitrary<infer T> ? T : never,
  seq: number,
): Fact {
  const row = aRow({ ...fields, version: seq });
  if (gone) all.delete(fields.id);
  else all.set(fields.id, row);
  return {
    seq,
    at: now,
    kind: 'thread.assigned',
    channelId: row.channelId,
    threadId: fields.id,
    personId: null,
    thread: gone ? null : row,
  };
}

it('holds a row for due soon from its instant on until it is due', () => {
  const due = {
    kind: 'first',
    startedAt: now,
    soonAt: '2026-03-05T12:40:00.000Z',
    dueAt: now,
    breachedAt: null,
  } as const;
  const soon = (at: string, given: Partial<ThreadRow> = {}) =>
    belongs(aRow({ due, queueAt: now, ...given }), { state: 'soon' }, { personId, now: at });
  expect(['2026-03-05T12:39:59.999Z', due.soonAt, now].map((at) => soon(at))).toEqual([false, true, false]);
  expect(soon(due.soonAt, { status: 'resolved' })).toBe(false);
  expect(soon(due.soonAt, { due: null })).toBe(false);
});

describe('cached state + facts = fresh fetch', () => {
  it('for every filter, also when only a part of the queue was fetched', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.array(change, { maxLength: 30 }), (before, after) => {
        const all = new Map<string, ThreadRow>();
        for (const [index, one] of before.entries()) play(all, one, index);
        const pages = (filter: QueueFilter) => [
          fetchPage([...all.values()], filter, 0, 3),
          fetchPage([...all.values()], filter, 3, 3),
        ];
        const start = filters.map((filter) => ({ filter, data: { pages: pages(filter), pageParams: [null, 'more'] } }));
        const facts = after.map((one, index) => play(all, one, 100 + index));
        const end = facts.reduce<CacheState>((state, fact) => applyFact(state, fact, personId), {
          queues: start,
          stale: [],
        });
        for (const { filter, data } of end.queues) {
          const until = (data as QueueData).pages.at(-1)?.until ?? null;
          const fresh = fetchPage([...all.values()], filter, 0, 1000).threads.filter(
            (row) => until === null || compareKeys(keyOf(row, filter), until, filter) <= 0,
          );
          expect(rowsOf(data)).toEqual(fresh);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says what has to be asked for again', () => {
    const fact: Fact = {
      seq: 1,
      at: now,
      kind: 'note.added',
      channelId: 'c',
      threadId: 't1',
      personId: null,
      thread: aRow({ id: 't1' }),
    };
    expect(applyFact({ queues: [], stale: [] }, fact, personId).stale).toEqual(['counts', 'wall', 'thread t1']);
    const channel: Fact = { ...fact, kind: 'channel.changed', threadId: null, thread: null };
    expect(applyFact({ queues: [], stale: [] }, channel, personId).stale).toEqual(['channels', 'wall']);
  });

  it('does not let a late fact overwrite a newer row', () => {
    const newer = aRow({ id: 't1', version: 5, excerpt: 'newer' });
    const queues = [
      {
        filter: { state: 'open' as const },
        data: { pages: [{ threads: [newer], next: null, until: null }], pageParams: [null] },
      },
    ];
    const fact: Fact = {
      seq: 1,
      at: now,
      kind: 'comment.edited',
      channelId: 'c',
      threadId: 't1',
      personId: null,
      thread: aRow({ id: 't1', version: 4, excerpt: 'older' }),
    };
    const [queue] = applyFact({ queues, stale: [] }, fact, personId).queues;
    expect(queue && rowsOf(queue.data)).toEqual([newer]);
  });

  it('keeps a search result in its order and only changes its rows', () => {
    const rows = [
      aRow({ id: 'b', queueAt: '2026-03-05T12:59:00.000Z' }),
      aRow({ id: 'a', queueAt: '2026-03-05T12:50:00.000Z' }),
    ];
    const queues = [
      {
        filter: { state: 'open' as const, text: 'pool' },
        data: { pages: [{ threads: rows, next: null, until: null }], pageParams: [null] },
      },
    ];
    const changed: Fact = {
      seq: 1,
      at: now,
      kind: 'thread.assigned',
      channelId: 'c',
      threadId: 'a',
      personId: null,
      thread: aRow({ id: 'a', version: 2, assigneeId: 'tom' }),
    };
    const foreign: Fact = { ...changed, threadId: 'new', thread: aRow({ id: 'new' }) };
    const end = [changed, foreign].reduce<CacheState>((state, fact) => applyFact(state, fact, personId), {
      queues,
      stale: [],
    });
    expect(end.queues.flatMap(({ data }) => rowsOf(data)).map((row) => [row.id, row.assigneeId])).toEqual([
      ['b', null],
      ['a', 'tom'],
    ]);
  });
});
