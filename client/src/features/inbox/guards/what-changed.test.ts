import { expect, it } from 'vitest';
import { aComment } from '../../../testing/rows.ts';
import { whatChanged } from './what-changed.ts';

const at = (minute: number) => `2026-03-05T13:${String(minute).padStart(2, '0')}:00.000Z`;
const first = aComment({ id: 'c1', body: 'Der Tee war kalt.', receivedAt: at(0) });
const read = new Map([['c1', 'Der Tee war kalt.']]);
const told = (...args: Parameters<typeof whatChanged>) =>
  whatChanged(...args).map(({ comment, kind, before }) => [comment.id, kind, before]);

it('tells the newest of what happened, as much as the thread has counted', () => {
  const second = aComment({ id: 'c2', receivedAt: at(5) });
  const third = aComment({ id: 'c3', receivedAt: at(9) });
  expect(told([first, second, third], 1, read)).toEqual([['c3', 'new', null]]);
  expect(told([third, first, second], 2, read)).toEqual([
    ['c2', 'new', null],
    ['c3', 'new', null],
  ]);
  expect(told([first, second], 0, read)).toEqual([]);
});

it('knows what a comment said before it was edited', () => {
  const edited = { ...first, body: 'Der Tee war eiskalt.', editedAt: at(7) };
  expect(told([edited], 1, read)).toEqual([['c1', 'edited', 'Der Tee war kalt.']]);
  expect(told([edited], 1, new Map())).toEqual([['c1', 'edited', null]]);
});

it('says that a comment was taken back', () => {
  expect(told([{ ...first, removedAt: at(7) }], 1, read)).toEqual([['c1', 'removed', 'Der Tee war kalt.']]);
});

it('leaves our own words out', () => {
  const own = aComment({ id: 'o1', receivedAt: at(9), author: { ...first.author, own: true } });
  expect(told([first, own], 1, new Map())).toEqual([['c1', 'new', null]]);
});
