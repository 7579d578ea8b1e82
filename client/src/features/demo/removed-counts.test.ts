import { expect, test } from 'vitest';
import { removedCounts } from './removed-counts.ts';

test('names what people know and loses nothing of the sum', () => {
  const removed = { jobs: 4, people: 6, threads: 60, sessions: 1, notes: 0 };
  expect(removedCounts(removed)).toEqual([
    { kind: 'threads', count: 60 },
    { kind: 'people', count: 6 },
    { kind: 'others', count: 5 },
  ]);
  expect(removedCounts({})).toEqual([]);
});
