import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryWords, stems } from './stems.ts';

/** What a search engine does with prefix matching: every query word must begin some stem of the text. */
function finds(query: string, text: string, language?: string | null): boolean {
  const indexed = stems(text, language).split(' ');
  return queryWords(query).every((alternatives) => alternatives.some((a) => indexed.some((i) => i.startsWith(a))));
}

/** The same, whole stems only. */
function findsWhole(query: string, text: string, language?: string | null): boolean {
  const indexed = new Set(stems(text, language).split(' '));
  return queryWords(query).every((alternatives) => alternatives.some((a) => indexed.has(a)));
}

const languages = [undefined, null, 'de', 'en', 'fr'] as const;
const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
const anyWord = fc.stringMatching(/^[a-zA-ZäöüÄÖÜßéèñ0-9]{1,20}$/);

describe('German words are found in their other forms', () => {
  test.each([
    ['Haus', 'Häuser'],
    ['Häuser', 'Haus'],
    ['haeuser', 'Häuser'],
    ['Beschwerde', 'Beschwerden'],
    ['Beschwerden', 'Beschwerde'],
    ['grösse', 'größe'],
    ['groesse', 'Größe'],
    ['strasse', 'Straße'],
    ['STRASSE', 'straße'],
    ['frühstück', 'Frühstücksbuffet'],
    ['fruehstueck', 'Frühstücksbuffet'],
    ['Frühstück', 'Fruehstuecksbuffet'],
    ['neu', 'neue'],
    ['Steuer', 'Steuern'],
    ['Rechnung', 'Rechnungen'],
    ['Uber', 'Über'],
    ['cafe', 'Café'],
  ])('%s finds %s', (query, text) => {
    for (const language of languages) expect(finds(query, text, language), String(language)).toBe(true);
  });
});

describe('English words are found in their other forms', () => {
  test.each([
    ['complaint', 'complaints'],
    ['complaints', 'complaint'],
    ['refunding', 'refunded'],
    ['value', 'values'],
    ['issues', 'issue'],
    ['queue', 'queues'],
    ['happy', 'happiness'],
  ])('%s finds %s', (query, text) => {
    for (const language of [undefined, 'en']) expect(findsWhole(query, text, language)).toBe(true);
  });

  test('several words must all occur', () => {
    expect(finds('late refunds', 'My refund came late.')).toBe(true);
    expect(finds('late refunds', 'My refund came.')).toBe(false);
  });
});

test('unrelated words stay apart', () => {
  expect(finds('Haus', 'Hose')).toBe(false);
  expect(finds('Feuer', 'Feier')).toBe(false);
  expect(finds('Mutter', 'Mütze')).toBe(false);
});

test('a German text is indexed once, any other twice where the stems differ', () => {
  expect(stems('Häuser', 'de')).toBe('haus');
  expect(stems('Häuser')).toBe('haus hauser');
  expect(queryWords('Häuser, 42!')).toEqual([['haus', 'hauser'], ['42']]);
  expect(queryWords(' … ')).toEqual([]);
});

describe('for any text', () => {
  test('stems are lower-case letters and digits, parted by single blanks', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...languages), (text, language) => {
        const result = stems(text, language);
        expect(result === '' || /^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u.test(result)).toBe(true);
        for (const alternatives of queryWords(text)) expect(alternatives.length).toBeGreaterThan(0);
      }),
    );
  });

  test('an endless word is cut between characters', () => {
    expect(stems(`a${'𝒜'.repeat(100)}`, 'de').isWellFormed()).toBe(true);
    expect(findsWhole('x'.repeat(200), 'x'.repeat(200))).toBe(true);
  });

  test('every text is found by each of its own words, whatever its language was taken for', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...languages), (text, language) => {
        expect(findsWhole(text, text, language)).toBe(true);
      }),
    );
  });

  test('case, composition of accents and written-out umlauts make no difference', () => {
    const writtenOut = (word: string) =>
      word.replace(/[äöüß]/g, (c) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[c] ?? c);
    const germanWord = fc.stringMatching(/^[bdfghklmnrstw][äöü]?[bdfghklmnrstß]{1,2}(e|en|er|ung|lich)?$/);
    fc.assert(
      fc.property(germanWord, fc.constantFrom(...languages), (word, language) => {
        expect(stems(writtenOut(word), 'de')).toBe(stems(word, 'de'));
        expect(findsWhole(writtenOut(word), word, language)).toBe(true);
        expect(findsWhole(word.toUpperCase(), word, language)).toBe(true);
        expect(findsWhole(word.normalize('NFD'), word, language)).toBe(true);
      }),
    );
  });

  test('a word is found inside any sentence', () => {
    fc.assert(
      fc.property(anyWord, anyText, anyText, (word, before, after) => {
        expect(findsWhole(word, `${before} ${word} ${after}`)).toBe(true);
      }),
    );
  });
});

test('hostile input takes linear time, an ordinary text far more than 50,000 words a second', () => {
  const started = performance.now();
  for (const unit of ['a', 'ß', 'aua', 'ue', 'ä', 'a\u0301', '\u0301', 'a ']) stems(unit.repeat(300_000));
  expect(performance.now() - started).toBeLessThan(6000);

  const text = 'Die Beschwerden über die Häuser wurden leider nie beantwortet, complaints were ignored. '.repeat(1000);
  const begun = performance.now();
  stems(text);
  expect(12_000 / ((performance.now() - begun) / 1000)).toBeGreaterThan(50_000);
});
