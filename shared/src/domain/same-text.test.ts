import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparable, sameText } from './same-text.ts';

const blank = fc.constantFrom(' ', '\n', '\r\n', '\u00a0', '\t', '  ');
const word = fc.string({ minLength: 1, maxLength: 8 }).filter((w) => /^[^\s@]+$/u.test(w));

test('blanks of any kind make no difference', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, blank), { minLength: 1, maxLength: 12 }), (parts) => {
      const plain = parts.map(([w]) => w).join(' ');
      const spaced = parts.map(([w, b]) => w + b).join('');
      expect(sameText(plain, spaced)).toBe(true);
    }),
  );
});

test('composed and decomposed umlauts are the same, mentions in front do not count', () => {
  expect(sameText('Grüße', 'Gru\u0308ße')).toBe(true);
  expect(sameText('@anna @haus.blog: Danke', 'Danke')).toBe(true);
  expect(sameText('Danke @anna', 'Danke')).toBe(false);
});

test('other words are other words', () => {
  expect(sameText('Danke', 'Danke!')).toBe(false);
  expect(sameText('danke', 'Danke')).toBe(false);
});

test('reducing twice changes nothing more, and hostile input takes no time', () => {
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(comparable(comparable(words.join(' ')))).toBe(comparable(words.join(' ')));
    }),
  );
  const started = performance.now();
  comparable('@a'.repeat(4000));
  comparable(`${'@a '.repeat(4000)}!`);
  expect(performance.now() - started).toBeLessThan(200);
});
