import { expect, test } from 'vitest';
import { readReviewSearch } from './review-search.ts';

test('keeps what makes sense in an address', () => {
  expect(readReviewSearch({ view: 'done', sample: 'a1' })).toEqual({ view: 'done', sample: 'a1' });
  expect(readReviewSearch({ view: 'everything', sample: '' })).toEqual({});
  expect(readReviewSearch({})).toEqual({});
});
