import type { SearchNode } from '@stammgast/shared/domain/search/search';
import { queryWords, stems } from './stems.ts';

/** What is asked of the search index, before an engine's own writing. Stems hold letters and digits only. */
export type Expression =
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  /** A stem that a word begins with. */
  | { readonly prefix: string }
  /** Stems that follow each other. */
  | { readonly phrase: readonly string[] };

/** Words of which each must be there by one of its stems. */
export const expressionOfWords = (text: string): Expression => ({
  all: queryWords(text).map((alternatives) => ({ any: alternatives.map((prefix) => ({ prefix })) })),
});

/** The index holds one stem per word of a German comment, and two of some words in others: a phrase is one or the other. */
function expressionOfPhrase(text: string): Expression {
  const phrases = [...new Set([stems(text, 'de'), stems(text)])];
  return { any: phrases.filter((phrase) => phrase !== '').map((phrase) => ({ phrase: phrase.split(' ') })) };
}

/** For nodes that hold nothing but words; see isText. */
export function expressionOf(node: SearchNode): Expression {
  if (node.kind === 'text') return node.exact ? expressionOfPhrase(node.text) : expressionOfWords(node.text);
  if (node.kind === 'term' || node.kind === 'not') return { any: [] };
  const of = node.of.map(expressionOf);
  return node.kind === 'and' ? { all: of } : { any: of };
}

/** Whether anything can match: signs that the index drops leave nothing to look for. */
export function canMatch(expression: Expression): boolean {
  if ('all' in expression) return expression.all.length > 0 && expression.all.every(canMatch);
  return 'any' in expression ? expression.any.some(canMatch) : true;
}

interface Signs {
  readonly and: string;
  readonly or: string;
  readonly prefix: (stem: string) => string;
  readonly phrase: (stems: readonly string[]) => string;
}

/** The expression with the signs of an engine; only for what can match. */
export function writeExpression(expression: Expression, signs: Signs): string {
  if ('prefix' in expression) return signs.prefix(expression.prefix);
  if ('phrase' in expression) return signs.phrase(expression.phrase);
  const of = 'all' in expression ? expression.all : expression.any.filter(canMatch);
  const written = of.map((one) => writeExpression(one, signs));
  return `(${written.join('all' in expression ? signs.and : signs.or)})`;
}
