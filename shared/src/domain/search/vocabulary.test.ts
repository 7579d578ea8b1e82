import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nearestOf, typingErrors } from './nearest.ts';
import * as vocabulary from './vocabulary.ts';
import { keyWords, spellingsOf, wordFor } from './vocabulary.ts';

const { futureKeys, futureValues, isWords, hasWords, sortWords } = vocabulary;

type Words = Parameters<typeof spellingsOf>[0];

describe('the vocabulary', () => {
  const lists = Object.values(vocabulary).filter((one) => typeof one === 'object' && one !== futureValues);
  it('has every spelling once, in capitals and small, with and without umlauts', () => {
    for (const words of lists as Words[])
      for (const [word, spellings] of Object.entries(words))
        for (const spelling of [word, ...spellings]) {
          const plain = spelling.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');
          for (const one of [spelling, spelling.toUpperCase(), plain]) expect(wordFor(words, one), one).toBe(word);
        }
  });

  it('keeps what is not there yet apart from what is', () => {
    for (const key of spellingsOf(futureKeys)) expect(wordFor(keyWords, key)).toBeUndefined();
    const there: Record<'is' | 'has' | 'sort', Words> = {
      is: isWords,
      has: hasWords,
      sort: sortWords,
    };
    for (const key of ['is', 'has', 'sort'] as const)
      for (const word of spellingsOf(futureValues[key] ?? {})) expect(wordFor(there[key], word)).toBeUndefined();
  });
});

describe('the nearest word', () => {
  test.each([
    ['stimmnug', 'stimmung'],
    ['kannal', 'kanal'],
    ['assigne', 'assignee'],
    ['sprach', 'sprache'],
    ['tga', 'tag'],
  ])('%s → %s', (typed, nearest) => {
    expect(nearestOf(spellingsOf(keyWords), typed)).toBe(nearest);
  });

  it('is the word itself where there is one, and one slip away after one slip', () => {
    const spellings = spellingsOf(keyWords);
    fc.assert(
      fc.property(fc.constantFrom(...spellings), fc.nat(), fc.constantFrom('q', ''), (word, place, letter) => {
        expect(nearestOf(spellings, word)).toBe(word);
        const slip = word.slice(0, place % word.length) + letter + word.slice((place % word.length) + 1);
        expect(typingErrors(word, nearestOf(spellings, slip) ?? '')).toBeLessThanOrEqual(2);
        expect(typingErrors(word, slip)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('counts the same both ways', () => {
    const short = fc.string({ maxLength: 8 });
    fc.assert(fc.property(short, short, (a, b) => typingErrors(a, b) === typingErrors(b, a)));
  });
});
