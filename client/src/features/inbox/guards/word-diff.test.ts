import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordDiff } from './word-diff.ts';

const without = (kind: 'old' | 'new', pieces: ReturnType<typeof wordDiff>) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map((piece) => piece.text)
    .join('');

it('shows what was taken away and what was put in its place', () => {
  expect(wordDiff('Der Tee war kalt.', 'Der Tee war eiskalt.')).toEqual([
    { kind: 'same', text: 'Der Tee war ' },
    { kind: 'old', text: 'kalt.' },
    { kind: 'new', text: 'eiskalt.' },
  ]);
  expect(wordDiff('Danke', 'Danke')).toEqual([{ kind: 'same', text: 'Danke' }]);
  expect(wordDiff('', '')).toEqual([]);
});

it('loses and invents nothing', () => {
  const word = fc.constantFrom('Tee', 'kalt', 'war', 'der', 'Ümlaut', '🥐', '\n', '  ');
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after);
      expect(without('new', pieces)).toBe(before);
      expect(without('old', pieces)).toBe(after);
      expect(pieces.every((piece, i) => piece.kind !== pieces[i + 1]?.kind)).toBe(true);
    }),
  );
});

it('does not compare endless texts word by word', () => {
  const long = 'kalt '.repeat(2000);
  expect(wordDiff(long, 'warm')).toEqual([
    { kind: 'old', text: long },
    { kind: 'new', text: 'warm' },
  ]);
});
