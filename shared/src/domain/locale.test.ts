import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressed, asLocale, localeAskedFor, spelled, wordsIn } from './locale.ts';

test.each([
  ['de', 'de'],
  ['de-DE', 'de'],
  ['de-LU', 'de'],
  ['de-AT', 'de-AT'],
  ['de-Latn-at', 'de-AT'],
  ['de-CH', 'de-CH'],
  ['de-CH-1996', 'de-CH'],
  ['de-LI', 'de-CH'],
  ['gsw-CH', 'de-CH'],
  ['en', 'en'],
  ['en-CH', 'en'],
  ['fr-CH', undefined],
  ['den', undefined],
  ['', undefined],
])('a browser that asks for %j gets %j', (tag, locale) => expect(localeAskedFor(tag)).toBe(locale));

test('what was stored or chosen is one of ours, or German', () => {
  expect(['de-CH', 'en', 'de-LI', ''].map(asLocale)).toEqual(['de-CH', 'en', 'de', 'de']);
});

test('Switzerland writes ss, «…» and percent signs without a blank', () => {
  expect(spelled('de-CH', 'Grüße: „Spaß am ‚Fuß‘“ zu 12,5 % von {{n}}\u00A0%')).toBe(
    'Grüsse: «Spass am ‹Fuss›» zu 12,5% von {{n}}%',
  );
  for (const locale of ['de', 'de-AT', 'en']) expect(spelled(locale, '„Spaß“ 5 %')).toBe('„Spaß“ 5 %');
});

test('words of a table are written however deep they are, and nothing else changes', () => {
  const words = { maß: 'Maß', deep: [{ n: 3, none: null, text: 'groß' }], fill: () => 'ß' };
  const swiss = { ...words, maß: 'Mass', deep: [{ n: 3, none: null, text: 'gross' }] };
  expect(wordsIn('de-CH', words)).toEqual(swiss);
  expect(wordsIn('de-AT', { a: ['{Ihr|dein} Maß'] }, 'du')).toEqual({ a: ['dein Maß'] });
  expect(wordsIn('en', words, 'du')).toBe(words);
  fc.assert(
    fc.property(fc.object({ key: fc.string(), values: [fc.string(), fc.integer(), fc.constant(null)] }), (table) => {
      expect(JSON.stringify(Object.values(wordsIn('de-CH', { table: JSON.stringify(table) })))).not.toContain('ß');
    }),
  );
});

test('a variant is read with Sie or with du', () => {
  const text = '{Sie haben|Du hast} {{n}} {{{name}} für Sie|für dich {{name}}}{{n}}';
  expect(addressed('sie', text)).toBe('Sie haben {{n}} {{name}} für Sie{{n}}');
  expect(addressed('du', text)).toBe('Du hast {{n}} für dich {{name}}{{n}}');
  for (const plain of ['{{n}} von {{m}}', '{{a|b}}', 'a | b', '{x}', '']) expect(addressed('du', plain)).toBe(plain);
});

test('whatever is written around and in variants: one side of each is left, with its placeholders', () => {
  const word = fc.stringMatching(/^[a-zß ,.„“]{0,8}$/);
  const placeholder = fc.stringMatching(/^[a-z]{1,5}$/).map((name) => `{{${name}}}`);
  const plain = fc.array(fc.oneof(word, placeholder), { maxLength: 4 }).map((parts) => parts.join(''));
  const part = fc.oneof(
    plain.map((text) => ({ source: text, sie: text, du: text })),
    fc.tuple(plain, plain).map(([sie, du]) => ({ source: `{${sie}|${du}}`, sie, du })),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const joined = (side: 'source' | 'sie' | 'du') => parts.map((one) => one[side]).join('');
      expect(addressed('sie', joined('source'))).toBe(joined('sie'));
      expect(addressed('du', joined('source'))).toBe(joined('du'));
      expect(wordsIn('de-CH', joined('source'), 'du')).toBe(spelled('de-CH', joined('du')));
      expect(wordsIn('de', wordsIn('de', joined('source'), 'du'), 'sie')).toBe(joined('du'));
    }),
  );
});
