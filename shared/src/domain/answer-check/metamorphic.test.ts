import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import { checkInput } from './checking.ts';
import { findGuards } from './guards.ts';
import type { CheckInput, ItemKey } from './items.ts';
import { checkInputOf, guardInputOf, labelledSets } from './labelled-pairs.ts';

const inputs = [...labelledSets.golden, ...labelledSets.development].map((pair) => ({
  id: pair.id,
  input: checkInputOf(pair),
}));

const statesOf = (input: CheckInput) =>
  Object.fromEntries(checkAnswer(input).items.map(({ key, state }) => [key, state]));

/** Items whose state a change of the answer flips. */
function flips(input: CheckInput, change: (answer: string) => string): ItemKey[] {
  const before = statesOf(input);
  const after = checkAnswer({ ...input, answer: change(input.answer) }).items;
  return after.filter(({ key, state }) => state !== before[key]).map(({ key }) => key);
}

const unchanged: Readonly<Record<string, (answer: string) => string>> = {
  'ß as ss': (answer) => answer.replaceAll('ß', 'ss'),
  'straight quotes': (answer) => answer.replaceAll(/[„“”]/g, '"'),
  'typographic apostrophes': (answer) => answer.replaceAll("'", '’'),
  'a blank at the end': (answer) => `${answer} `,
  'a line at the end': (answer) => `${answer}\n`,
  'decomposed letters': (answer) => answer.normalize('NFD'),
  'written out umlauts': (answer) => answer.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'),
  'protected blanks': (answer) => answer.replaceAll(' Uhr', '\u00a0Uhr'),
};

test.each(Object.entries(unchanged))('%s changes nothing', (_, change) => {
  for (const { id, input } of inputs) {
    // Length counts characters, so spelling a letter with two of them may cross a limit.
    expect(
      flips(input, change).filter((key) => key !== 'X'),
      id,
    ).toEqual([]);
  }
});

test('the comment may be spelled either way too', () => {
  for (const { id, input } of inputs) {
    const text = input.comment.text.replaceAll('ß', 'ss').normalize('NFD');
    expect(statesOf({ ...input, comment: { ...input.comment, text } }), id).toEqual(statesOf(input));
  }
});

test('a signature flips only G, and length where it was at its limit', () => {
  const unsigned = inputs.filter(({ input }) => statesOf(input).G === 'check');
  expect(unsigned.length).toBeGreaterThan(10);
  for (const { id, input } of unsigned) {
    const sign = (answer: string) => `${answer}${/[.!?]$/.test(answer) ? '' : '.'} Eva Lang`;
    expect(
      flips(input, sign).filter((key) => key !== 'X'),
      id,
    ).toEqual(['G']);
  }
});

test('translating the greeting changes only N and L', () => {
  const greetings = [
    ['Guten Tag Frau', 'Dear Mrs'],
    ['Guten Tag Herr', 'Dear Mr'],
    ['Hallo ', 'Hello '],
    ['Hi ', 'Hallo '],
    ['Dear ', 'Liebe '],
  ] as const;
  let changed = 0;
  for (const { id, input } of inputs) {
    const [from, to] = greetings.find(([start]) => input.answer.startsWith(start)) ?? [];
    if (from === undefined || to === undefined) continue;
    changed += 1;
    expect(['N', 'L'], id).toEqual(expect.arrayContaining(flips(input, (answer) => answer.replace(from, to))));
  }
  expect(changed).toBeGreaterThan(20);
});

const scraps = fc.constantFrom(
  'Danke',
  'Sie',
  'du',
  'leid',
  '„',
  '“',
  '>',
  '\n',
  '. ',
  '@',
  '{{',
  '}}',
  '[',
  ']',
  '^A',
  'ß',
  'İ',
  '\u0308',
  '😡',
  '50 €',
  'https://',
  'Hallo Frau',
  'sorry',
  ', ',
  '0171 2345678',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.oneof(scraps, fc.string({ maxLength: 5 })), { maxLength: 40 }).map((parts) => parts.join('')),
);

test('whatever is written, nothing throws, marks lie inside the answer in order, and words are what they mark', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (answer, text, authorName) => {
      const input = checkInput(answer, {
        comment: { text, authorName, authorHandle: authorName },
        recentAnswers: [text],
        snippet: text,
      });
      const own = { names: [text], domains: [text], contacts: [text] };
      const found = [
        ...checkAnswer(input).items.map(({ marks, reason }) => ({ marks, words: reason.words })),
        ...findGuards({ answer, comment: input.comment, own, publicReplies: 0 }),
      ];
      for (const { marks, words } of found) {
        let last = 0;
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(answer.length);
        expect(words).toEqual(marks.map(({ start, end }) => answer.slice(start, end)));
      }
    }),
    { numRuns: 400 },
  );
});

test('the count is that of the items, and items come in their order', () => {
  for (const { input } of inputs) {
    const { items, ok, of } = checkAnswer(input);
    expect(items.filter(({ state }) => state === 'ok')).toHaveLength(ok);
    expect(items.filter(({ state }) => state !== 'not-applicable')).toHaveLength(of);
    expect(ok).toBeLessThanOrEqual(of);
  }
});

test('guards do not depend on the checklist: they read the answer beyond what it looks at', () => {
  const [pair] = labelledSets.golden;
  if (!pair) throw new Error('no pair');
  const long = `${'Wort '.repeat(4_000)} an sabine@post.example`;
  expect(findGuards({ ...guardInputOf(pair), answer: long }).map(({ code }) => code)).toEqual(['email']);
});
