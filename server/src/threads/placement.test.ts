import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Group, type Neighbourhood, type Newcomer, place, TOGETHER_MS } from './placement.ts';

const nobody: Neighbourhood = { threadOf: new Map(), children: [], roots: [], partings: [] };
const hour = 60 * 60 * 1000;
const says = (externalId: string, more: Partial<Newcomer> = {}): Newcomer => ({
  externalId,
  parentExternalId: null,
  authorId: `author of ${externalId}`,
  postId: 'p1',
  own: false,
  postedAt: new Date(Date.UTC(2026, 2, 5, 12)),
  ...more,
});
const sorted = (groups: readonly Group[]) =>
  groups.map((g) => ({ externalIds: g.externalIds.toSorted(), threadIds: g.threadIds.toSorted() }));

describe('where a comment belongs', () => {
  test('strangers open threads of their own', () => {
    expect(place([says('a'), says('b')], nobody)).toHaveLength(2);
  });
  test('an answer joins the thread of what it answers, stored or in the same batch', () => {
    const near = { ...nobody, threadOf: new Map([['old', 't1']]) };
    expect(sorted(place([says('a', { parentExternalId: 'old' }), says('b', { parentExternalId: 'a' })], near))).toEqual(
      [{ externalIds: ['a', 'b'], threadIds: ['t1'] }],
    );
  });
  test('a parent that comes late joins the thread of its answers', () => {
    const near = { ...nobody, children: [{ parentExternalId: 'a', threadId: 't1' }] };
    expect(place([says('a')], near)).toEqual([{ externalIds: ['a'], threadIds: ['t1'] }]);
  });
  test('one author under one post within a day is one thread; another post or day is not', () => {
    const by = (externalId: string, hours: number, postId = 'p1') =>
      says(externalId, { authorId: 'müller', postId, postedAt: new Date(hours * hour) });
    expect(sorted(place([by('a', 0), by('b', 20), by('c', 40)], nobody))).toEqual([
      { externalIds: ['a', 'b', 'c'], threadIds: [] },
    ]);
    expect(place([by('a', 0), by('b', 25)], nobody)).toHaveLength(2);
    expect(place([by('a', 0), by('b', 1, 'p2')], nobody)).toHaveLength(2);
  });
  test('our own posts do not gather by author', () => {
    expect(
      place([says('a', { authorId: 'us', own: true }), says('b', { authorId: 'us', own: true })], nobody),
    ).toHaveLength(2);
  });
  test('a comment between two threads of its author makes them one', () => {
    const root = (threadId: string, hours: number) => ({
      authorId: 'm',
      postId: 'p1',
      postedAt: new Date(hours * hour),
      threadId,
    });
    const near = { ...nobody, roots: [root('t1', 0), root('t2', 40)] };
    expect(sorted(place([says('a', { authorId: 'm', postedAt: new Date(20 * hour) })], near))).toEqual([
      { externalIds: ['a'], threadIds: ['t1', 't2'] },
    ]);
  });
});

describe('what people have taken apart', () => {
  const root = (threadId: string, hours: number) => ({
    authorId: 'm',
    postId: 'p1',
    postedAt: new Date(hours * hour),
    threadId,
  });
  const near: Neighbourhood = {
    threadOf: new Map([
      ['one', 't1'],
      ['two', 't2'],
    ]),
    children: [],
    roots: [root('t1', 0), root('t2', 2)],
    partings: [['t2', 't1']],
  };
  test('a comment of the same author goes to the one it follows', () => {
    const by = (hours: number) => place([says('a', { authorId: 'm', postedAt: new Date(hours * hour) })], near);
    expect(by(1)).toEqual([{ externalIds: ['a'], threadIds: ['t1'] }]);
    expect(by(3)).toEqual([{ externalIds: ['a'], threadIds: ['t2'] }]);
  });
  test('a comment that connects both goes to what it answers', () => {
    const child = { ...near, children: [{ parentExternalId: 'a', threadId: 't1' }] };
    expect(place([says('a', { parentExternalId: 'two' })], child)).toEqual([{ externalIds: ['a'], threadIds: ['t2'] }]);
  });
  test('a third thread becomes part of one of them', () => {
    const third = { ...near, children: [{ parentExternalId: 'a', threadId: 't3' }] };
    expect(sorted(place([says('a', { parentExternalId: 'one' })], third))).toEqual([
      { externalIds: ['a'], threadIds: ['t1', 't3'] },
    ]);
  });
});

/** Lives through arrivals batch by batch, as the database would. Before a batch people may take a thread apart. */
function live(batches: readonly (readonly Newcomer[])[], takenOut: readonly (readonly string[])[] = []) {
  const threadOf = new Map<string, string>();
  const stored: Newcomer[] = [];
  let partings: (readonly [string, string])[] = [];
  let next = 0;
  for (const [index, batch] of batches.entries()) {
    for (const id of takenOut[index] ?? []) {
      const from = threadOf.get(id);
      if (!from) continue;
      const own = `t${next++}`;
      threadOf.set(id, own);
      partings.push([from, own]);
    }
    const ids = new Set(batch.map((c) => c.externalId));
    const thread = (c: Newcomer) => threadOf.get(c.externalId) as string;
    const near: Neighbourhood = {
      threadOf,
      children: stored
        .filter((c) => c.parentExternalId !== null && ids.has(c.parentExternalId))
        .map((c) => ({ parentExternalId: c.parentExternalId as string, threadId: thread(c) })),
      roots: stored.filter((c) => c.parentExternalId === null && !c.own).map((c) => ({ ...c, threadId: thread(c) })),
      partings,
    };
    for (const group of place(batch, near)) {
      const into = group.threadIds[0] ?? `t${next++}`;
      const survivor = (id: string) => (group.threadIds.includes(id) ? into : id);
      for (const [id, t] of threadOf) threadOf.set(id, survivor(t));
      partings = partings.map(([a, b]) => [survivor(a), survivor(b)]);
      for (const id of group.externalIds) threadOf.set(id, into);
    }
    stored.push(...batch);
  }
  const threads = Map.groupBy(threadOf.keys(), (id) => threadOf.get(id));
  return { threads: [...threads.values()].map((ids) => ids.toSorted().join(' ')).toSorted(), partings, threadOf };
}

const arrivals = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 11 }),
      parent: fc.option(fc.integer({ min: 0, max: 11 })),
      author: fc.constantFrom('m', 'h', 'k'),
      postId: fc.constantFrom('p1', 'p2'),
      hours: fc.integer({ min: 0, max: 100 }),
      own: fc.boolean(),
    }),
    { selector: (c) => c.id, minLength: 1, maxLength: 10 },
  )
  .map((list) =>
    list.map(({ id, parent, author, postId, hours, own }) =>
      says(`c${id}`, {
        parentExternalId: parent === null || parent === id ? null : `c${parent}`,
        authorId: author,
        postId,
        own,
        postedAt: new Date(hours * (TOGETHER_MS / 24)),
      }),
    ),
  );
const cut = (list: readonly Newcomer[], size: number) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

test('the threads do not depend on the order or the batches of arrival', () => {
  fc.assert(
    fc.property(
      arrivals.chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(list, { minLength: list.length }),
          fc.integer({ min: 1, max: 4 }),
        ),
      ),
      ([one, other, size]) => {
        expect(live(cut(other, size)).threads).toEqual(live(cut(one, 1)).threads);
      },
    ),
    { numRuns: 2000 },
  );
});

test('threads that were taken apart never become one, whatever arrives', () => {
  const takenOut = fc.array(
    fc.array(
      fc.integer({ min: 0, max: 11 }).map((id) => `c${id}`),
      { maxLength: 2 },
    ),
    {
      maxLength: 10,
    },
  );
  fc.assert(
    fc.property(arrivals, fc.integer({ min: 1, max: 3 }), takenOut, (list, size, out) => {
      const { partings, threadOf } = live(cut(list, size), out);
      for (const [a, b] of partings) expect(a).not.toBe(b);
      expect(threadOf.size).toBe(list.length);
    }),
    { numRuns: 2000 },
  );
});
