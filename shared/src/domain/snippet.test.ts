import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { foldedName } from './folded-name.ts';
import {
  fillSnippet,
  namesOfAuthor,
  snippetBody,
  snippetFits,
  snippetVariables,
  unknownVariables,
  variableWord,
} from './snippet.ts';

it('fills in what is known, in both languages, and leaves the rest where it can be seen', () => {
  const values = { name: 'Sabine Keller', last: 'Keller', me: 'Anna Hofer' };
  expect(fillSnippet('Guten Tag {{ Nachname }}, {{vorname}}? {{last name}}! {{ich}} {{wann}}', values)).toBe(
    'Guten Tag Keller, {{vorname}}? Keller! Anna Hofer {{wann}}',
  );
});

it('says du where one says du, and has a text for it', () => {
  const [both, one] = [
    { bodySie: 'Ihnen', bodyDu: 'dir' },
    { bodySie: 'Ihnen', bodyDu: null },
  ];
  expect([snippetBody(both, 'du'), snippetBody(both, 'sie'), snippetBody(one, 'du')]).toEqual([
    'dir',
    'Ihnen',
    'Ihnen',
  ]);
});

it('names what is no variable, once', () => {
  expect(unknownVariables('{{name}} {{Preis}} {{Preis}} {{me}}')).toEqual(['Preis']);
});

it('knows each variable by the word it offers', () => {
  for (const variable of snippetVariables)
    for (const language of ['de', 'en'] as const)
      expect(fillSnippet(variableWord(variable, language), { [variable]: 'x' })).toBe('x');
});

it('takes names apart only where they are names', () => {
  expect(namesOfAuthor('Dr. Petra Nowak')).toEqual({ name: 'Dr. Petra Nowak', first: 'Petra', last: 'Nowak' });
  expect(namesOfAuthor('Anna-Lena Müller-Lüdenscheidt')).toMatchObject({
    first: 'Anna-Lena',
    last: 'Müller-Lüdenscheidt',
  });
  for (const name of ['@lena_bergfrei', 'lena', 'Stadtbus', 'x x', 'Gast 17', ''])
    expect(namesOfAuthor(name)).toEqual({});
});

it('finds a snippet by the beginnings of its words, whatever the umlauts', () => {
  const folded = foldedName('Lüftung zu laut');
  expect(['lü', 'lue', 'laut lüf', 'LÜFTUNG', ''].map((typed) => snippetFits(folded, typed))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(snippetFits(folded, 'leise')).toBe(false);
});

test('a text without braces is never changed, and filling twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      if (!text.includes('{{')) expect(fillSnippet(text, { name: 'x' })).toBe(text);
      const once = fillSnippet(`${text} {{name}} {{ich}}`, { name: 'Keller' });
      expect(fillSnippet(once, { name: 'Keller' })).toBe(once);
    }),
  );
});
