import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainWord, tokens } from './tokens.ts';

const shapes = (text: string) =>
  tokens(text).map(({ kind, text: part, word }) => (kind === 'word' ? word : `${kind} ${part}`));

describe('a comment is cut into', () => {
  test.each([
    ['Toll, danke!', ['toll', 'comma ,', 'danke', 'stop !']],
    ["I don't know", ['i', "don't", 'know']],
    ['I don’t know', ['i', "don't", 'know']],
    ["l'année dernière", ['l', 'année', 'dernière']],
    ['39,90 € nach 3 Wochen', ['0', 'euro', 'nach', '0', 'wochen']],
    ['danke 👍🏽 <3 :-)', ['danke', 'emoji 👍', 'emoji <3', 'emoji :-)']],
    ['@bahn #fail https://a.example/schlecht?x=1 www.b.example', ['fail']],
    ['Fazit:Die Lampe', ['fazit', 'comma :', 'die', 'lampe']],
  ])('%s', (text, expected) => {
    expect(shapes(text)).toEqual(expected);
  });
});

test.each([
  ['Straße', 'strasse'],
  ['STRASSE', 'strasse'],
  ['schoen', 'schön'],
  ['scho\u0308n', 'schön'],
  ['neue', 'neue'],
  ['Quelle', 'quelle'],
])('%s is read as %s', (written, plain) => {
  expect(plainWord(written)).toBe(plain);
});

test('each token stands in the text where it says, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      let end = 0;
      for (const token of tokens(text)) {
        expect(text.slice(token.start, token.start + token.text.length)).toBe(token.text);
        expect(token.start).toBeGreaterThanOrEqual(end);
        end = token.start + token.text.length;
      }
    }),
  );
});
