import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapse, follow, freshOrder, neighbour, neighbourSince, waitingOf } from './stable-order.ts';

describe('a stable order', () => {
  it('keeps every row at its place whatever happens in the queue', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 20 }).map(String), { maxLength: 15 });
    fc.assert(
      fc.property(ids, fc.array(ids, { maxLength: 10 }), (first, changes) => {
        let order = freshOrder(first);
        for (const [time, live] of changes.entries()) {
          const next = follow(order, live, time);
          expect(next.ids.slice(0, order.ids.length)).toEqual(order.ids);
          expect([...next.ghosts.keys()].sort()).toEqual(next.ids.filter((id) => !live.includes(id)).sort());
          expect([...next.ids, ...waitingOf(next, live).fresh].filter((id) => live.includes(id)).sort()).toEqual(
            [...live].sort(),
          );
          order = next;
        }
      }),
    );
  });

  it('lets new ones wait, but adds the next page below', () => {
    const order = follow(freshOrder(['a', 'b']), ['new', 'a', 'b', 'c'], 0);
    expect(order.ids).toEqual(['a', 'b', 'c']);
    expect(waitingOf(order, ['new', 'a', 'b', 'c'])).toEqual({ fresh: ['new'], moved: false });
    expect(waitingOf(order, ['b', 'a', 'c'])).toEqual({ fresh: [], moved: true });
  });

  it('changes nothing when nothing changed, so that nothing is drawn', () => {
    const order = follow(freshOrder(['a', 'b']), ['a'], 0);
    expect(follow(order, ['a'], 500)).toBe(order);
  });

  it('gives a ghost its place back when the row returns', () => {
    const left = follow(freshOrder(['a', 'b']), ['b'], 0);
    expect([...left.ghosts.keys()]).toEqual(['a']);
    expect(follow(left, ['a', 'b'], 100)).toEqual(freshOrder(['a', 'b']));
  });
});

describe('ghosts', () => {
  const order = follow(freshOrder(['a', 'b', 'c', 'd']), ['a', 'c', 'd'], 1000);

  it('go after four seconds', () => {
    expect(collapse(order, 4999, new Set())).toBe(order);
    expect(collapse(order, 5000, new Set()).ids).toEqual(['a', 'c', 'd']);
  });

  it('wait while pointer or focus is beside them', () => {
    expect(collapse(order, 9000, new Set(['c']))).toBe(order);
    expect(collapse(order, 9000, new Set(['d'])).ids).toEqual(['a', 'c', 'd']);
  });

  it('are stepped over', () => {
    expect(neighbour(order, 'a', 1)).toBe('c');
    expect(neighbour(order, 'c', -1)).toBe('a');
    expect(neighbour(order, 'd', 1)).toBeUndefined();
    expect(neighbour(order, undefined, 1)).toBe('a');
  });
});

describe('going on from a row that has left the list', () => {
  const before = freshOrder(['a', 'b', 'c', 'd']);

  it('leads to what was beside it', () => {
    const now = freshOrder(['new', 'a', 'c', 'd']);
    expect(neighbourSince(before, now, 'b', 1)).toBe('c');
    expect(neighbourSince(before, now, 'b', -1)).toBe('a');
  });

  it('steps over what has left as well', () => {
    const now = follow(freshOrder(['a', 'c', 'd']), ['a', 'd'], 0);
    expect(neighbourSince(before, now, 'b', 1)).toBe('d');
    expect(neighbourSince(before, freshOrder(['a']), 'b', 1)).toBeUndefined();
  });

  it('is the usual step while the row is there, and the first row from nowhere', () => {
    expect(neighbourSince(freshOrder([]), before, 'b', 1)).toBe('c');
    expect(neighbourSince(before, before, undefined, 1)).toBe('a');
    expect(neighbourSince(before, freshOrder(['a', 'c']), 'unknown', 1)).toBe('a');
  });
});
