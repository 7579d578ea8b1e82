import { describe, expect, it, test } from 'vitest';
import { searchOf } from '../../../live/searches.ts';
import { complete } from './complete.ts';

const names = {
  channels: [
    { platform: 'facebook', name: 'Hotel Sonnenblick', team: { name: 'Haus Wien' } },
    { platform: 'wordpress', name: 'Hausblog', team: { name: 'Haus Wien' } },
    { platform: 'forum', name: 'Gästekreis', team: null },
  ],
  people: [
    { id: 'anna', name: 'Anna Hofer' },
    { id: 'tom', name: 'Tom' },
  ],
  tags: ['Lüftung'],
  reviews: true,
};
/** `|` is the cursor. */
const at = (typed: string, language: 'de' | 'en' = 'de', asked = false) =>
  complete(typed.replace('|', ''), typed.indexOf('|'), language, names, asked);
const words = (...given: Parameters<typeof at>) => at(...given).map((one) => one.word);

describe('the word before the cursor', () => {
  test.each<[string, string[]]>([
    ['st|', ['stimmung:']],
    ['sent|', ['stimmung:']],
    ['zu|', ['zuständig:']],
    ['is:open -schl|', ['schlagwort:']],
    ['(sp| a)', ['sprache:']],
    ['ist:er|', ['ist:erledigt', 'ist:erwähnt']],
    ['ist:uber|', []],
    ['ist:ueber|', ['ist:überfällig']],
    ['stimmung:n|', ['stimmung:negativ', 'stimmung:neutral']],
    ['kanal:h|', ['kanal:"Hotel Sonnenblick"', 'kanal:Hausblog']],
    ['kanal:face|', ['kanal:facebook']],
    ['zuständig:|', ['zuständig:ich', 'zuständig:niemand', 'zuständig:@"Anna Hofer"', 'zuständig:@Tom']],
    ['zuständig:@a|', ['zuständig:@"Anna Hofer"']],
    ['schlagwort:lue|', ['schlagwort:Lüftung']],
    ['team:|', ['team:"Haus Wien"']],
    ['ist:offen|', []],
    ['s|', []],
    ['st|immung', []],
    ['|', []],
    ['quatsch:|', []],
  ])('%s', (typed, expected) => {
    expect(words(typed)).toEqual(expected);
  });
});

it('offers everything when asked', () => {
  expect(words('|', 'en', true).slice(0, 2)).toEqual(['is:', 'sentiment:']);
});

it('offers scores to reviewers only', () => {
  expect(words('qual|')).toEqual(['qualität:']);
  expect(words('qualität:|')).toEqual(['qualität:<60', 'qualität:>=90']);
  expect(complete('qual', 4, 'de', { ...names, reviews: false }, false)).toEqual([]);
});

it('puts the word in the place of what was typed', () => {
  expect(at('Pool -st| ODER a')).toEqual([{ word: 'stimmung:', text: 'Pool -stimmung: ODER a', caret: 15 }]);
  expect(at('is:o|', 'en')[0]).toEqual({ word: 'is:open', text: 'is:open ', caret: 8 });
});

it('offers values that can be read', () => {
  for (const key of words('|', 'de', true))
    for (const { text } of at(`${key}|`)) expect(searchOf(text), text).not.toBeNull();
});
