import { expect, test } from 'vitest';
import { isChannelNamed, nameAmong, peopleNamed, termOfPerson, termsOfChannel } from './names.ts';
import { parseSearch } from './parse.ts';
import { textOfTerms } from './print.ts';
import { termsOf } from './search.ts';

test('a person is found by the full name, else by words of it', () => {
  const people = ['Lena Märker', 'Lena', 'Tom Berg', 'Anna Berg'].map((name) => ({ id: name, name }));
  const names = (name: string) => peopleNamed(people, name).map((person) => person.name);
  expect(names('lena')).toEqual(['Lena']);
  expect(names('maerker')).toEqual(['Lena Märker']);
  expect(names('berg')).toEqual(['Tom Berg', 'Anna Berg']);
  expect(names('berg anna')).toEqual(['Anna Berg']);
  expect(names('len')).toEqual([]);
});

test('namesakes are told apart by a code that survives being written and read', () => {
  const early = { id: '0198ab3c-1111-7000-8000-0000aaaa0001', name: 'Lena Berg' };
  const late = { id: '0198ab3c-1111-7000-8000-0000aaaa0002', name: 'lena  berg' };
  const other = { id: '0198ab3c-1111-7000-8000-0000aaaa0003', name: 'Lena "Bo" #1' };
  const all = [early, late, other];
  expect(all.map((one) => nameAmong(one, all))).toEqual(['Lena Berg#aaaa0001', 'lena  berg#aaaa0002', other.name]);
  expect(peopleNamed(all, 'Lena Berg')).toEqual([early, late]);
  expect(peopleNamed(all, 'Lena Berg#AAAA0009')).toEqual([]);
  for (const one of all) {
    const [term] = termsOf(parseSearch(textOfTerms(termOfPerson(one, all))).search?.where ?? null);
    const name = term?.key === 'assignee' ? term.value.slice(1) : '';
    expect(peopleNamed(all, name)).toEqual([one]);
  }
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
