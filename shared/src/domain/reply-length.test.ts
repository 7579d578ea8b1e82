import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { replyLength } from './reply-length.ts';

it.each([
  ['x', 'Guten Tag', 9],
  ['x', 'Grüße – „ja“', 12],
  ['x', '日本', 4],
  ['x', '👍🏽', 2],
  ['x', '👨‍👩‍👧', 2],
  ['x', '🇩🇪', 2],
  ['x', 'Hier: https://hotel.example/zimmer/sehr-lange-adresse?mit=allem.', 30],
  ['mastodon', 'Hallo @lena@mastodon.example, danke', 18],
  ['mastodon', 'https://hotel.example/ 👨‍👩‍👧', 25],
  ['bluesky', '👨‍👩‍👧 ok', 4],
  ['facebook', '👍', 2],
  ['wordpress', '👍', 1],
  ['wordpress', 'ä', 1],
  ['constructor', 'ab', 2],
])('%s counts %s as %i', (platform, text, length) => expect(replyLength(platform, text)).toBe(length));

it('counts a link as long as it is where the platform does', () => {
  expect(replyLength('linkedin', 'https://a.example')).toBe(17);
});

test('plain German or English text has one length everywhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcäöüß ,.') }), (text) => {
      for (const platform of ['x', 'mastodon', 'bluesky', 'facebook', 'forum'])
        expect(replyLength(platform, text)).toBe(text.length);
    }),
  );
});

test('any text has a length, and more text is never shorter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      for (const platform of ['x', 'bluesky', 'facebook', 'forum'])
        expect(replyLength(platform, `${a} ${b}`)).toBeGreaterThanOrEqual(replyLength(platform, a));
    }),
  );
});
