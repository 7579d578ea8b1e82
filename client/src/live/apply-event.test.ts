import type { Fact } from '@stammgast/shared/contract/live';
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { fulfils } from '@stammgast/shared/domain/search/fulfils';
import { orderOf } from '@stammgast/shared/domain/search/order';
import type { Search } from '@stammgast/shared/domain/search/search';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRow } from '../testing/rows.ts';
import { applyFact, type CacheState } from './apply-event.ts';
import { compareKeys, keyOf, type QueueData, type QueuePage, rowsOf } from './queue-data.ts';
import { searchOf } from './searches.ts';

const channels = [
  { id: 'facebook', team: { name: 'Haus Wien' } },
  { id: 'blog', team: null },
];
const who = { personId: 'anna', people: [{ id: 'tom', name: 'Tom Reiter' }], channels };
const now = '2026-03-05T13:00:00.000Z';

function asked(q: string): Search {
  const search = searchOf(q);
  if (!search) throw new Error(q);
  return search;
}

/** What the server would list: the search, the order and the pages, over everything there is. */
function fetchPage(all: readonly ThreadRow[], search: Search, skip: number, limit: number): QueuePage {
  const order = orderOf(search);
  const sorted = all
    .filter((row) => fulfils(search.where, row, { ...who, now }))
    .sort((a, b) => compareKeys(keyOf(a, order), keyOf(b, order), order));
  const threads = sorted.slice(skip, skip + limit);
  const last = sorted.length > skip + limit ? threads.at(-1) : undefined;
  return { threads, next: last ? 'more' : null, until: last ? keyOf(last, order) : null };
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
  snoozedUntil: fc.constantFrom(null, '2026-03-06T08:00:00.000Z'),
  tags: fc.constantFrom<string[]>([], ['Lueftung']),
  channelId: fc.constantFrom('facebook', 'blog'),
  gone: fc.boolean(),
});
const searches = [
  'is:open',
  'is:open assignee:me',
  'is:open assignee:none sentiment:negative',
  'is:soon',
  'is:overdue OR assignee:@tom',
  'is:done',
  'is:attention',
  'is:snoozed',
  'tag:lüftung -is:done',
  'team:"Haus Wien" is:open',
  'is:open sort:newest',
  'sort:oldest',
  '',
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
    fulfils(asked('is:soon').where, aRow({ due, queueAt: now, ...given }), { ...who, now: at });
  expect(['2026-03-05T12:39:59.999Z', due.soonAt, now].map((at) => soon(at))).toEqual([false, true, false]);
  expect(soon(due.soonAt, { status: 'resolved' })).toBe(false);
  expect(soon(due.soonAt, { due: null })).toBe(false);
});

describe('cached state + facts = fresh fetch', () => {
  it('for every search that a row can answer, also when only a part of the queue was fetched', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.array(change, { maxLength: 30 }), (before, after) => {
        const all = new Map<string, ThreadRow>();
        for (const [index, one] of before.entries()) play(all, one, index);
        const pages = (search: Search) => [
          fetchPage([...all.values()], search, 0, 3),
          fetchPage([...all.values()], search, 3, 3),
        ];
        const start = searches.map((q) => ({
          q,
          search: asked(q),
          data: { pages: pages(asked(q)), pageParams: [null, 'more'] },
        }));
        const facts = after.map((one, index) => play(all, one, 100 + index));
        const end = facts.reduce<CacheState>((state, fact) => applyFact(state, fact, who), {
          queues: start,
          stale: [],
        });
        for (const { search, data } of end.queues) {
          const order = orderOf(search);
          const until = (data as QueueData).pages.at(-1)?.until ?? null;
          const fresh = fetchPage([...all.values()], search, 0, 1000).threads.filter(
            (row) => until === null || compareKeys(keyOf(row, order), until, order) <= 0,
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
    expect(applyFact({ queues: [], stale: [] }, fact, who).stale).toEqual([
      'counts',
      'view-counts',
      'wall',
      'thread t1',
    ]);
    const said = { ...fact, kind: 'comment.received' } as const;
    expect(applyFact({ queues: [], stale: [] }, said, who).stale).toContain('radar');
    const storm = { ...fact, kind: 'radar.rose', threadId: null, thread: null } as const;
    expect(applyFact({ queues: [], stale: [] }, storm, who).stale).toEqual(['radar', 'threads']);
    const channel: Fact = { ...fact, kind: 'channel.changed', threadId: null, thread: null };
    expect(applyFact({ queues: [], stale: [] }, channel, who).stale).toEqual(['channels', 'wall']);
    const house: Fact = { ...channel, kind: 'house.changed', channelId: null };
    expect(applyFact({ queues: [], stale: [] }, house, who).stale).toEqual([]);
    const byLead = { ...house, personId: 'clara' };
    expect(applyFact({ queues: [], stale: [] }, byLead, who).stale).toEqual(['house', 'wall']);
    const queues = ['is:open', 'team:"Haus Wien"'].map((q) => ({
      q,
      search: asked(q),
      data: { pages: [], pageParams: [] },
    }));
    const stale = ['house', 'wall', 'queue team:"Haus Wien"'];
    expect(applyFact({ queues, stale: [] }, byLead, who).stale).toEqual(stale);
  });

  it('does not let a late fact overwrite a newer row', () => {
    const newer = aRow({ id: 't1', version: 5, excerpt: 'newer' });
    const queues = [
      {
        q: 'is:open',
        search: asked('is:open'),
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
    const [queue] = applyFact({ queues, stale: [] }, fact, who).queues;
    expect(queue && rowsOf(queue.data)).toEqual([newer]);
  });

  it('keeps a search result in its order and only changes its rows', () => {
    const rows = [
      aRow({ id: 'b', queueAt: '2026-03-05T12:59:00.000Z' }),
      aRow({ id: 'a', queueAt: '2026-03-05T12:50:00.000Z' }),
    ];
    const queues = [
      {
        q: 'is:open pool',
        search: asked('is:open pool'),
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
    const done: Fact = { ...changed, threadId: 'b', thread: aRow({ id: 'b', version: 2, status: 'resolved' }) };
    const foreign: Fact = { ...changed, threadId: 'new', thread: aRow({ id: 'new' }) };
    const after = (...facts: Fact[]) =>
      facts.reduce<CacheState>((state, fact) => applyFact(state, fact, who), { queues, stale: [] });
    const rowsAfter = (...facts: Fact[]) => after(...facts).queues.flatMap(({ data }) => rowsOf(data));
    expect(rowsAfter(changed, foreign).map((row) => [row.id, row.assigneeId])).toEqual([
      ['b', null],
      ['a', 'tom'],
    ]);
    expect(after(foreign).stale).toContain('queue is:open pool');
    expect(rowsAfter(done).map((row) => row.id)).toEqual(['a']);
    expect(after(done).stale).not.toContain('queue is:open pool');
  });
});

it('tells nobody in a list by quality who is in charge, or has resolved it', () => {
  const [q, row] = ['quality:<60', aRow({ id: 't1', version: 1 })];
  const page = { threads: [row], next: null, until: null };
  const state: CacheState = {
    queues: [q, 'is:done'].map((one) => ({ q: one, search: asked(one), data: { pages: [page], pageParams: [null] } })),
    stale: [],
  };
  const theirs = { status: 'resolved', assigneeId: 'tom', resolvedBy: 'tom' } as const;
  const thread = aRow({ id: 't1', version: 2, ...theirs });
  const fact = { seq: 1, at: now, channelId: row.channelId, threadId: 't1', personId: 'tom' };
  const after = applyFact(state, { ...fact, kind: 'thread.resolved', thread }, who);
  const [byQuality, done] = after.queues.map(({ data }) => rowsOf(data));
  expect(byQuality).toMatchObject([{ version: 2, status: 'resolved', assigneeId: null, resolvedBy: null }]);
  expect(done).toMatchObject([{ version: 2, ...theirs }]);
});
