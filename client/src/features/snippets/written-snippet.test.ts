import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertedAt, missingIn, toText, toWritten } from './written-snippet.ts';

const text = { name: 'Anrede', language: 'de', channelId: null, bodySie: 'Guten Tag', bodyDu: 'Hallo' } as const;

test('a snippet survives the form; an empty text with du is none', () => {
  expect(toText(toWritten(text))).toEqual(text);
  expect(toText(toWritten({ ...text, bodyDu: null })).bodyDu).toBeNull();
  expect(toText({ ...toWritten(text), bodyDu: ' \n' }).bodyDu).toBeNull();
});

test('needs a name and a text', () => {
  expect(missingIn(toWritten(text))).toEqual({});
  expect(missingIn({ ...toWritten(text), name: ' ', bodySie: '\n' })).toEqual({ name: true, bodySie: true });
});

test('words take the place of what is marked, with the caret behind them', () => {
  expect(insertedAt('Guten Tag Frau X,', 15, 16, '{{nachname}}')).toEqual({
    text: 'Guten Tag Frau {{nachname}},',
    caret: 27,
  });
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), fc.nat(), (before, words, a, b) => {
      const [start = 0, end = 0] = [a % (before.length + 1), b % (before.length + 1)].sort((x, y) => x - y);
      const { text: after, caret } = insertedAt(before, start, end, words);
      expect(after.slice(0, caret)).toBe(before.slice(0, start) + words);
      expect(after.slice(caret)).toBe(before.slice(end));
    }),
  );
});
