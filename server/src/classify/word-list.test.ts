import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWordList } from './word-list.ts';

const list = createWordList({ help: 'hilfe *hotline ruf*', money: 'geld rufgeld' });

test.each([
  ['hilfe', ['help']],
  ['hilfeseite', []],
  ['servicehotline', ['help']],
  ['hotline', ['help']],
  ['rufen', ['help']],
  ['anruf', []],
  ['rufgeld', ['money', 'help']],
  ['ru', []],
  ['', []],
])('%s', (word, codes) => {
  expect([...list(word)].sort()).toEqual([...codes].sort());
  expect(list(word)).toEqual(list(word));
});

test('finds what the stars promise, for any word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (rest) => {
      expect(list(`ruf${rest}`)).toContain('help');
      expect(list(`${rest}hotline`)).toContain('help');
    }),
  );
});
