import {
  allOf,
  partsOf,
  type Search,
  type SearchNode,
  type SearchTerm,
  termOf,
} from '@stammgast/shared/domain/search/search';

/** Parts are plain data: two of one content are the same. */
export const isSamePart = (a: SearchNode, b: SearchNode): boolean => JSON.stringify(a) === JSON.stringify(b);

const withParts = (search: Search, parts: readonly SearchNode[]): Search => ({ ...search, where: allOf(parts) });

export const withoutPart = (search: Search, part: SearchNode): Search =>
  withParts(
    search,
    partsOf(search).filter((one) => !isSamePart(one, part)),
  );

const hasKey = (keys: readonly string[]) => (part: SearchNode) => part.kind === 'term' && keys.includes(part.term.key);

/** The terms with these keys that stand for themselves, neither negated nor among others. */
export const termsWith = (search: Search, keys: readonly SearchTerm['key'][]): SearchTerm[] =>
  partsOf(search)
    .filter(hasKey(keys))
    .flatMap((part) => (part.kind === 'term' ? [part.term] : []));

/** Puts terms in the place of those with these keys; the rest stays as it is. */
export function withTerms(search: Search, keys: readonly SearchTerm['key'][], terms: readonly SearchTerm[]): Search {
  const parts = partsOf(search);
  const at = parts.findIndex(hasKey(keys));
  const rest = (some: readonly SearchNode[]) => some.filter((part) => !hasKey(keys)(part));
  const place = at < 0 ? parts.length : at;
  return withParts(search, [...rest(parts.slice(0, place)), ...terms.map(termOf), ...rest(parts.slice(place))]);
}
