import { expect, test } from 'vitest';
import { type Branch, partOf } from './part.ts';

const says = (id: string, parent: string | null = null, own = false): Branch => ({
  id,
  externalId: `x${id}`,
  parentExternalId: parent && `x${parent}`,
  own,
});
const talk = [says('a'), says('b', 'a'), says('c'), says('d', 'c'), says('e', 'd'), says('ours', 'c', true)];
const answer = { id: 'r1', commentId: 'c', externalId: 'xr1' };
const ids = (part: ReturnType<typeof partOf>) => part && [...part.commentIds].toSorted().join(' ');

test('what answers a chosen comment goes with it, and nothing else', () => {
  expect(ids(partOf(talk, [], ['b']))).toBe('b');
  expect(ids(partOf(talk, [], ['c']))).toBe('c d e ours');
  expect(ids(partOf(talk, [], ['b', 'd']))).toBe('b d e');
});

test('our answers go with what they answer, and so does what people say to them', () => {
  const part = partOf([...talk, says('thanks', 'r1')], [answer], ['c']);
  expect([...(part?.replyIds ?? [])]).toEqual(['r1']);
  expect(ids(part)).toBe('c d e ours thanks');
  expect(partOf(talk, [answer], ['b'])?.replyIds.size).toBe(0);
});

test('comments that answer each other in a circle end', () => {
  expect(ids(partOf([says('a', 'b'), says('b', 'a'), says('c')], [], ['a']))).toBe('a b');
});

test('nothing is split off that is not there, and nobody is left alone with us', () => {
  expect(partOf(talk, [], ['a', 'strange'])).toBeNull();
  expect(partOf(talk, [], ['a', 'c'])).toBeNull();
  expect(partOf(talk, [], ['ours'])).toBeNull();
  expect(partOf([says('a'), says('ours', null, true)], [], ['a'])).toBeNull();
});
