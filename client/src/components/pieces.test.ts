import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { piecesOf } from './pieces.ts';

it('cuts a text at its marks', () => {
  expect(piecesOf('Das tut uns leid.', [{ start: 4, end: 16 }])).toEqual([
    { at: 0, text: 'Das ', marked: false },
    { at: 4, text: 'tut uns leid', marked: true },
    { at: 16, text: '.', marked: false },
  ]);
  expect(piecesOf('', [])).toEqual([]);
});

test('together the pieces are the text, whatever the marks', () => {
  const mark = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ minLength: 20, maxLength: 20 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
      expect(
        piecesOf(text, marks)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
