import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mentionedIn, soughtAt, whoIsMeant } from './mentions.ts';

const people = [
  { id: 'anna', name: 'Anna Hofer' },
  { id: 'anna2', name: 'Anna Hofer-Lang' },
  { id: 'ozlem', name: 'Özlem Kaya' },
  { id: 'ben', name: 'Ben' },
];

describe('what is sought', () => {
  test.each([
    ['@', 1, { from: 0, word: '' }],
    ['Bitte @An', 9, { from: 6, word: 'An' }],
    ['Bitte @Anna Ho', 14, { from: 6, word: 'Anna Ho' }],
    ['(@Be', 4, { from: 1, word: 'Be' }],
    ['anna@hofer.example', 10, null],
    ['@Anna\nweiter', 12, null],
    ['kein Zeichen', 5, null],
  ])('%s', (text, caret, sought) => expect(soughtAt(text, caret)).toEqual(sought));
});

it('finds people by any of their names, whatever the umlauts', () => {
  expect(whoIsMeant(people, 'oz').map((one) => one.id)).toEqual(['ozlem']);
  expect(whoIsMeant(people, 'hof').map((one) => one.id)).toEqual(['anna', 'anna2']);
  expect(whoIsMeant(people, 'lang').map((one) => one.id)).toEqual(['anna2']);
  expect(whoIsMeant(people, '')).toHaveLength(4);
});

describe('who is mentioned', () => {
  it('is named in full, and the longer name counts', () => {
    expect(mentionedIn('@Anna Hofer-Lang, bitte', people)).toEqual(['anna2']);
    expect(mentionedIn('@Anna Hofer und @Ben.', people).sort()).toEqual(['anna', 'ben']);
    expect(mentionedIn('Anna Hofer war hier; @Benno auch', people)).toEqual([]);
  });

  it('is found whatever stands around', () => {
    const some = fc.uniqueArray(fc.constantFrom(...people), { maxLength: 4, selector: (one) => one.id });
    fc.assert(
      fc.property(some, fc.constantFrom(', ', ' ', '\n', '. '), (named, glue) => {
        const text = named.map((one) => `@${one.name}`).join(glue);
        expect(mentionedIn(text, people).sort()).toEqual(named.map((one) => one.id).sort());
      }),
    );
  });
});
