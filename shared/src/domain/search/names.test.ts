import { expect, test } from 'vitest';
import { isChannelNamed, peopleNamed, termsOfChannel } from './names.ts';

test('a person is found by the full name, else by words of it', () => {
  const people = ['Lena Märker', 'Lena', 'Tom Berg', 'Anna Berg'].map((name) => ({ name }));
  const names = (name: string) => peopleNamed(people, name).map((person) => person.name);
  expect(names('lena')).toEqual(['Lena']);
  expect(names('maerker')).toEqual(['Lena Märker']);
  expect(names('berg')).toEqual(['Tom Berg', 'Anna Berg']);
  expect(names('berg anna')).toEqual(['Anna Berg']);
  expect(names('len')).toEqual([]);
});

test('a channel is named by what tells it from the others', () => {
  const facebook = { platform: 'facebook', name: 'Hotel' };
  const xing = { platform: 'xing', name: 'Hotel' };
  const blog = { platform: 'wordpress', name: 'Hausblog' };
  const trade = { platform: 'wordpress', name: 'Hotel' };
  expect(isChannelNamed(facebook, 'Facebook') && isChannelNamed(facebook, 'HOTEL')).toBe(true);
  expect(termsOfChannel(facebook, [facebook, xing, blog])).toEqual([{ key: 'channel', value: 'facebook' }]);
  expect(termsOfChannel(blog, [facebook, blog, trade])).toEqual([{ key: 'account', value: 'Hausblog' }]);
  expect(termsOfChannel(trade, [facebook, blog, trade])).toEqual([
    { key: 'channel', value: 'wordpress' },
    { key: 'account', value: 'Hotel' },
  ]);
});
