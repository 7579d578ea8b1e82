import type { SearchNode } from '@stammgast/shared/domain/search/search';
import { expect, it } from 'vitest';
import common from '../../../i18n/de/common.json';
import { filterWords } from './filter-words.ts';

const term = (term: Extract<SearchNode, { kind: 'term' }>['term']): SearchNode => ({ kind: 'term', term });
const words = (node: SearchNode) => filterWords(node, 'de', (platform) => common.platforms[platform]);

it.each([
  ['a platform has its name', term({ key: 'channel', value: 'x' }), 'X'],
  ['however it was typed', term({ key: 'channel', value: 'FaceBook' }), 'Facebook'],
  ['a channel its own', term({ key: 'channel', value: 'Das Gästeforum' }), 'Das Gästeforum'],
  ['an account too', term({ key: 'account', value: 'x' }), 'x'],
  ['what the value alone does not say is said in full', term({ key: 'tag', value: 'x' }), 'schlagwort:x'],
])('%s', (_, node, expected) => {
  expect(words(node)).toBe(expected);
});
