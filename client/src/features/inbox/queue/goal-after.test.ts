import { expect, it } from 'vitest';
import { goalAfter } from './goal-after.ts';
import { freshOrder, type Order } from './stable-order.ts';

const order = freshOrder(['a', 'b', 'c', 'd']);

it('goes on beside the thread that is done, or turns round at the end', () => {
  expect(goalAfter(order, 'b', 'next')).toBe('c');
  expect(goalAfter(order, 'b', 'previous')).toBe('a');
  expect(goalAfter(order, 'd', 'next')).toBe('c');
  expect(goalAfter(order, 'a', 'previous')).toBe('b');
  expect(goalAfter(freshOrder(['a']), 'a', 'next')).toBeUndefined();
});

it('goes back to the first that is still to do', () => {
  const withGhost: Order = { ids: ['a', 'b', 'c'], ghosts: new Map([['a', 0]]) };
  expect(goalAfter(withGhost, 'b', 'list')).toBe('c');
  expect(goalAfter(order, 'c', 'list')).toBe('a');
  expect(goalAfter(freshOrder(['a']), 'a', 'list')).toBeUndefined();
});
