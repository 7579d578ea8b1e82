import { expect, it, test } from 'vitest';
import { emoji, findEmoji } from './emoji.ts';

const signs = (typed: string) => findEmoji(typed).map(({ sign }) => sign);

it('finds signs by the beginning of a word in either language, and all by nothing', () => {
  expect(signs('DANK')).toEqual(['🙏']);
  expect(signs(' thank ')).toEqual(['🙏']);
  expect(signs('herz')).toEqual(['❤️', '💛']);
  expect(signs('zzz')).toEqual([]);
  expect(signs('')).toHaveLength(emoji.length);
});

test.each(['de', 'en'] as const)('every sign has a name of its own in %s', (language) => {
  const names = emoji.map((one) => one[language].split(' ')[0]);
  expect(new Set(names).size).toBe(emoji.length);
});
