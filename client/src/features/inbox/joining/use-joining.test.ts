import { expect, it } from 'vitest';
import { aComment } from '../../../testing/rows.ts';
import { withAnswers } from './use-joining.ts';

const comments = [
  aComment({ id: 'a' }),
  aComment({ id: 'd', parentId: 'c' }),
  aComment({ id: 'b', parentId: 'a' }),
  aComment({ id: 'c', parentId: 'b' }),
  aComment({ id: 'x' }),
];

it('takes along what answers the chosen, and what answers that, in any order', () => {
  expect([...withAnswers({ comments }, new Set(['b']))].toSorted()).toEqual(['b', 'c', 'd']);
  expect([...withAnswers({ comments }, new Set(['x']))]).toEqual(['x']);
  expect(withAnswers({ comments }, new Set()).size).toBe(0);
});
