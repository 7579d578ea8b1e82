import { expect, test } from 'vitest';
import { postSharesOf } from './post-shares.ts';

const under = (post: string | null, count: number, people = count) =>
  Array.from({ length: count }, (_, n) => ({ post, author: `${post} ${n % people}` }));

test('an incident is about the posts that hold a third of it, by several people', () => {
  const voices = [...under('b', 5), ...under('a', 6), ...under(null, 3), ...under('c', 1)];
  expect(postSharesOf(voices)).toEqual([
    { postId: 'a', comments: 6 },
    { postId: 'b', comments: 5 },
  ]);
});

test('an incident is about none where it stands under many or under none, or one person does it', () => {
  expect(postSharesOf(['a', 'b', 'c', 'd'].flatMap((post) => under(post, 5)))).toBeNull();
  expect(postSharesOf(under(null, 20))).toBeNull();
  expect(postSharesOf(under('a', 20, 3))).toBeNull();
  expect(postSharesOf([])).toBeNull();
});
