import { allBindings } from '@stammgast/shared/domain/key-map';
import { expect, it } from 'vitest';
import { keyWords } from './key-words.ts';

const german = { mac: false, control: 'Strg' };

it('writes keys as they stand on the keyboard', () => {
  expect(keyWords('Mod+Shift+Enter', german)).toBe('Strg ⇧ ⏎');
  expect(keyWords('Mod+k', { mac: true, control: 'Strg' })).toBe('⌘ k');
  expect(keyWords('g p', german)).toBe('g p');
  expect(keyWords('+', german)).toBe('+');
  expect(keyWords('Mod+;', { mac: false, control: 'Ctrl' })).toBe('Ctrl ;');
});

it('has short words for all of them', () => {
  const all = allBindings().flatMap(({ keys }) => keys.map((key) => keyWords(key, german)));
  expect(all.filter((words) => words.length > 10 || /Mod|Arrow|Shift/.test(words))).toEqual([]);
});
