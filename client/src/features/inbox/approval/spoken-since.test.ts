import { expect, it } from 'vitest';
import { aComment } from '../../../testing/rows.ts';
import { spokenSince } from './spoken-since.ts';

const at = '2026-03-05T13:00:00.000Z';
const later = '2026-03-05T13:00:01.000Z';

it('finds what was said, changed or taken back since, and nothing of ours', () => {
  const { author } = aComment();
  const comments = [
    aComment({ id: 'before', receivedAt: at }),
    aComment({ id: 'said', receivedAt: later }),
    aComment({ id: 'changed', receivedAt: at, editedAt: later }),
    aComment({ id: 'gone', receivedAt: at, removedAt: later }),
    aComment({ id: 'ours', receivedAt: later, author: { ...author, own: true } }),
  ];
  expect(spokenSince(comments, at).map(({ id }) => id)).toEqual(['said', 'changed', 'gone']);
});
