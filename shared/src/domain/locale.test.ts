import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asLocale, localeAskedFor, spelled, wordsIn } from './locale.ts';

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

test('words of a table are spelled however deep they are, and nothing else changes', () => {
  const words = { maß: 'Maß', deep: [{ n: 3, none: null, text: 'groß' }], fill: () => 'ß' };
  const swiss = { ...words, maß: 'Mass', deep: [{ n: 3, none: null, text: 'gross' }] };
  expect(wordsIn('de-CH', words)).toEqual(swiss);
  fc.assert(
    fc.property(fc.object({ key: fc.string(), values: [fc.string(), fc.integer(), fc.constant(null)] }), (table) => {
      expect(wordsIn('de-AT', table)).toBe(table);
      expect(JSON.stringify(Object.values(wordsIn('de-CH', { table: JSON.stringify(table) })))).not.toContain('ß');
    }),
  );
});
