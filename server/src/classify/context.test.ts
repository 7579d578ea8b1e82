import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standings } from './context.ts';
import { tokens } from './tokens.ts';

/** The words inside a negation. */
function negated(text: string, language: string): string {
  const read = tokens(text);
  const around = standings(read, language);
  return read
    .filter((_, index) => around[index]?.negated)
    .map((token) => token.text)
    .join(' ');
}

function strengthOf(word: string, text: string, language: string): number {
  const read = tokens(text);
  return standings(read, language)[read.findIndex((token) => token.text === word)]?.strength ?? Number.NaN;
}

describe('negation', () => {
  test.each([
    ['de', 'Das Essen war nicht gut.', 'gut'],
    ['de', 'Das war nicht besonders gut gemacht von euch, aber nett.', 'besonders gut gemacht von'],
    ['de', 'Kein freundliches Wort, dafür schnell', 'freundliches Wort'],
    ['de', 'nie wieder', 'wieder'],
    ['de', 'ohne Probleme geliefert', 'Probleme geliefert'],
    ['de', 'weder schnell noch freundlich', 'schnell noch freundlich'],
    ['de', 'Das gefällt mir nicht.', 'Das gefällt mir'],
    ['de', 'Die App funktioniert leider nicht, schade', 'Die App funktioniert leider'],
    ['de', 'Nicht nur günstig, sondern gut', ''],
    ['de', 'Alles gut.', ''],
    ['de', 'Isch nöd guet gsi', 'guet gsi'],
    ['en', 'The food was not good.', 'good'],
    ['en', "I don't recommend it", 'recommend it'],
    ['en', 'I dont like this at all, sorry', 'like this at all'],
    ['en', 'never again', 'again'],
    ['en', 'No reply, no help', 'reply help'],
    ['en', 'without any problems but slow', 'any problems'],
    ['en', 'not only cheap but good', ''],
    ['fr', 'pas bon', ''],
  ])('%s: %s', (language, text, expected) => {
    expect(negated(text, language)).toBe(expected);
  });

  test('never reaches over the end of a sentence', () => {
    expect(negated('Nein, nicht. Gut war es', 'de')).not.toContain('Gut');
  });
});

describe('strength', () => {
  test('"very" adds, "a bit" takes away', () => {
    expect(strengthOf('gut', 'sehr gut', 'de')).toBeGreaterThan(1);
    expect(strengthOf('laut', 'etwas laut', 'de')).toBeLessThan(1);
    expect(strengthOf('good', 'really good', 'en')).toBeGreaterThan(1);
  });

  test('what follows "but" counts more than what came before', () => {
    const text = 'Schönes Zimmer, aber lautes Fenster. Danke';
    expect(strengthOf('lautes', text, 'de')).toBeGreaterThan(1);
    expect(strengthOf('Schönes', text, 'de')).toBeLessThan(1);
    expect(strengthOf('Danke', text, 'de')).toBe(1);
  });
});

test('every token of any text has a standing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('de', 'en', null), (text, language) => {
      const read = tokens(`nicht ${text} aber not ${text}`);
      const around = standings(read, language);
      expect(around).toHaveLength(read.length);
      expect(around.every(({ strength }) => strength > 0)).toBe(true);
    }),
  );
});
