import type { Snippet } from '@stammgast/shared/contract/snippets';
import { foldedName } from '@stammgast/shared/domain/folded-name';
import { expect, test } from 'vitest';
import { findSnippets } from './find-snippets.ts';

const snippet = (name: string, bodySie: string, bodyDu: string | null = null): Snippet => ({
  id: name,
  name,
  folded: foldedName(name),
  language: 'de',
  channelId: null,
  bodySie,
  bodyDu,
  updatedAt: '2026-03-05T12:00:00.000Z',
  version: 1,
});
const all = [
  snippet('Anrede', 'Guten Tag Frau {{nachname}},', 'Hallo {{vorname}},'),
  snippet('Gruß aus dem Haus', 'Freundliche Grüße'),
  snippet('Rückerstattung', 'Das Geld ist in drei Tagen bei Ihnen.'),
];
const found = (typed: string) => findSnippets(all, typed).map(({ name }) => name);

test('finds by the beginning of the words of a name, without case and umlauts', () => {
  expect(found('haus gruss')).toEqual(['Gruß aus dem Haus']);
  expect(found('RUECK')).toEqual(['Rückerstattung']);
  expect(found('erstattung')).toEqual([]);
});

test('finds what either text says', () => {
  expect(found('drei tagen')).toEqual(['Rückerstattung']);
  expect(found('hallo')).toEqual(['Anrede']);
});

test('shows all while nothing is looked for', () => {
  expect(findSnippets(all, '  ')).toBe(all);
});
