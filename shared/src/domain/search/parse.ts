import { nearestOf } from './nearest.ts';
import { allOf, anyOf, notOf, type Search, type SearchNode, type SortWord, termOf } from './search.ts';
import { SEARCH_DEPTH, SEARCH_LENGTH, SEARCH_PARTS, type SearchError, type SearchErrorCode } from './search-error.ts';
import { type Token, tidied, tokensOf } from './tokens.ts';
import { readSort, readTerm, type ValueError } from './values.ts';
import { futureKeys, keyWords, type SearchKey, type SearchLanguage, spellingsOf, wordFor } from './vocabulary.ts';

export type Parsed =
  | { readonly search: Search; readonly error: null }
  | { readonly search: null; readonly error: SearchError };
type Pair = Extract<Token, { kind: 'pair' }>;

/**
 * Reads a search in German, in English, or in both at once. Never throws: what cannot be read is told with its place.
 *
 * Strongest first: `-` and NOT hold for the next condition only, conditions beside each other must all hold, OR is
 * weakest. So `-a b OR c` is `((-a) b) OR c`. Operators are written in capitals; small, they are words to be found.
 */
export function parseSearch(text: string): Parsed {
  if (text.length > SEARCH_LENGTH) return failed({ code: 'search.long', at: SEARCH_LENGTH, length: 0, typed: '' });
  const tokens = tokensOf(text);
  if (!Array.isArray(tokens)) return failed(tokens);
  const sorted = takeSort(tokens);
  if ('code' in sorted) return failed(sorted);
  if (sorted.rest.length === 0) return { search: { where: null, sort: sorted.sort }, error: null };
  const reader: Reader = { tokens: sorted.rest, next: 0, parts: 0, depth: 0, end: text.length };
  const where = readAny(reader);
  if (isError(where)) return failed(where);
  const left = reader.tokens[reader.next];
  if (left) return failed(errorAt(left, 'bracket.unopened'));
  return { search: { where, sort: sorted.sort }, error: null };
}

const failed = (error: SearchError): Parsed => ({ search: null, error });
const isError = (found: SearchNode | SearchError): found is SearchError => 'code' in found;

function errorAt(token: Token, code: SearchErrorCode, more: { nearest?: string } = {}): SearchError {
  return { code, at: token.at, length: token.length, typed: typedOf(token), ...more };
}

function typedOf(token: Token): string {
  if (token.kind === 'pair') return token.key;
  return token.kind === 'text' ? token.text : token.typed;
}

/** `sort` is no condition: outside of brackets it may stand anywhere and counts for the whole search. */
function takeSort(tokens: readonly Token[]): { sort: SortWord | null; rest: readonly Token[] } | SearchError {
  const sorts = tokens.filter(
    (token): token is Pair => token.kind === 'pair' && wordFor(keyWords, token.key) === 'sort',
  );
  const [only, second] = sorts;
  if (!only) return { sort: null, rest: tokens };
  if (second) return errorAt(second, 'sort.twice');
  const before = tokens.slice(0, tokens.indexOf(only));
  const depth = before.reduce((sum, { kind }) => sum + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0), 0);
  if (depth > 0 || before.at(-1)?.kind === 'not') return errorAt(only, 'sort.place');
  const word = readSort(only.value, languageOf(only, 'sort'));
  if (typeof word === 'object') return valueError(only, word);
  return { sort: word, rest: tokens.filter((token) => token !== only) };
}

interface Reader {
  readonly tokens: readonly Token[];
  next: number;
  parts: number;
  depth: number;
  readonly end: number;
}

function readAny(reader: Reader): SearchNode | SearchError {
  const nodes: SearchNode[] = [];
  do {
    const node = readAll(reader);
    if (isError(node)) return node;
    nodes.push(node);
  } while (takes(reader, 'or'));
  return anyOf(nodes) ?? missing(reader);
}

function readAll(reader: Reader): SearchNode | SearchError {
  const nodes: SearchNode[] = [];
  do {
    const node = readOne(reader);
    if (isError(node)) return node;
    nodes.push(node);
  } while (takes(reader, 'and') || startsCondition(reader.tokens[reader.next]));
  return allOf(nodes) ?? missing(reader);
}

function readOne(reader: Reader): SearchNode | SearchError {
  const token = reader.tokens[reader.next];
  if (token === undefined || !startsCondition(token)) return missing(reader);
  reader.next += 1;
  reader.parts += 1;
  if (reader.parts > SEARCH_PARTS) return errorAt(token, 'search.long');
  if (token.kind === 'open') return readBrackets(reader, token);
  if (token.kind === 'pair') return readPair(token);
  if (token.kind === 'text') return readText(token);
  const node = readOne(reader);
  return isError(node) ? node : notOf(node);
}

function readBrackets(reader: Reader, open: Token): SearchNode | SearchError {
  reader.depth += 1;
  if (reader.depth > SEARCH_DEPTH) return errorAt(open, 'search.long');
  const node = readAny(reader);
  if (isError(node)) return node;
  if (!takes(reader, 'close')) return errorAt(open, 'bracket.unclosed');
  reader.depth -= 1;
  return node;
}

function takes(reader: Reader, kind: Token['kind']): boolean {
  if (reader.tokens[reader.next]?.kind !== kind) return false;
  reader.next += 1;
  return true;
}

const startsCondition = (token: Token | undefined): boolean =>
  token !== undefined && ['open', 'not', 'pair', 'text'].includes(token.kind);

function missing(reader: Reader): SearchError {
  const token = reader.tokens[reader.next] ?? reader.tokens[reader.next - 1];
  if (token?.kind === 'close' && reader.depth === 0) return errorAt(token, 'bracket.unopened');
  return token ? errorAt(token, 'operand.missing') : { code: 'operand.missing', at: reader.end, length: 0, typed: '' };
}

function readText(token: Extract<Token, { kind: 'text' }>): SearchNode | SearchError {
  const text = tidied(token.text);
  if (!/[\p{L}\p{N}]/u.test(text)) return errorAt(token, 'text.signs');
  return { kind: 'text', text, exact: token.exact };
}

function readPair(token: Pair): SearchNode | SearchError {
  const key = wordFor(keyWords, token.key);
  // Sorting was taken out before.
  if (key === undefined || key === 'sort') return keyError(token);
  const term = readTerm(key, token.value, languageOf(token, key));
  return 'code' in term ? valueError(token, term) : termOf(term);
}

/** Suggestions come in the language of the key. */
const languageOf = (token: Pair, key: SearchKey): SearchLanguage => (token.key.toLowerCase() === key ? 'en' : 'de');

function keyError(token: Pair): SearchError {
  const place = { at: token.at, length: token.key.length, typed: token.key };
  if (wordFor(futureKeys, token.key) !== undefined) return { code: 'key.unavailable', ...place };
  const nearest = nearestOf(spellingsOf(keyWords), token.key);
  return { code: 'key.unknown', ...place, ...(nearest !== undefined && { nearest }) };
}

function valueError(token: Pair, { code, nearest }: ValueError): SearchError {
  const place = { at: token.valueAt, length: token.at + token.length - token.valueAt };
  const typed = code === 'value.missing' ? token.key : token.value;
  return { code, ...place, typed, ...(nearest !== undefined && { nearest }) };
}
