import type { SearchError } from './search-error.ts';

/** A piece of a search with its place in the text. */
export type Token = { readonly at: number; readonly length: number } & TokenBody;
type TokenBody =
  | { readonly kind: 'open' | 'close' | 'or' | 'and' | 'not'; readonly typed: string }
  | { readonly kind: 'text'; readonly text: string; readonly exact: boolean }
  | {
      readonly kind: 'pair';
      readonly key: string;
      /** A sign before a quoted value, as in `@"Lena Berg"`, is part of it. */
      readonly value: string;
      readonly valueAt: number;
    };

const marks = new Map<string, 'open' | 'close' | 'not'>([
  ['(', 'open'],
  [')', 'close'],
  ['-', 'not'],
]);
const operators = new Map<string, 'or' | 'and' | 'not'>([
  ['OR', 'or'],
  ['ODER', 'or'],
  ['AND', 'and'],
  ['UND', 'and'],
  ['NOT', 'not'],
  ['NICHT', 'not'],
]);

/** Opening sign → signs that end what it opened. German and English typography is what phones type. */
const quotes: Readonly<Record<string, string>> = { '"': '"', '„': '“”"', '“': '”"', '”': '”"', '«': '»', '»': '«' };
const run = /[^\s()"„“”«»]+/y;
const pair = /^(\p{L}[\p{L}-]*):(.*)$/su;
const quotable = /^[@<>=]*$/;

/** Cuts a text into tokens, or tells where a quotation does not end. */
export function tokensOf(text: string): Token[] | SearchError {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at);
    if ('code' in token) return token;
    tokens.push(token);
    at += token.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): Token | SearchError {
  const sign = text[at] ?? '';
  const mark = marks.get(sign);
  if (mark && (mark !== 'not' || /[^\s)]/.test(text[at + 1] ?? ''))) return { kind: mark, typed: sign, at, length: 1 };
  if (sign in quotes) {
    const quoted = quotedAt(text, at);
    return 'code' in quoted ? quoted : { kind: 'text', text: quoted.text, exact: true, at, length: quoted.length };
  }
  run.lastIndex = at;
  return wordAt(text, at, run.exec(text)?.[0] ?? sign);
}

function wordAt(text: string, at: number, word: string): Token | SearchError {
  const operator = operators.get(word);
  if (operator) return { kind: operator, typed: word, at, length: word.length };
  const [, key, value] = pair.exec(word) ?? [];
  if (key !== undefined && value !== undefined) return pairAt(text, at, key, value);
  return { kind: 'text', text: word, exact: false, at, length: word.length };
}

function pairAt(text: string, at: number, key: string, value: string): Token | SearchError {
  const valueAt = at + key.length + 1;
  const end = valueAt + value.length;
  if (!quotable.test(value) || !((text[end] ?? '') in quotes))
    return { kind: 'pair', key, value, valueAt, at, length: end - at };
  const quoted = quotedAt(text, end);
  if ('code' in quoted) return quoted;
  return { kind: 'pair', key, value: value + quoted.text, valueAt, at, length: end + quoted.length - at };
}

/** What stands between quotation marks; a backslash lets a mark or a backslash stand inside. */
function quotedAt(text: string, at: number): { text: string; length: number } | SearchError {
  const ends = quotes[text[at] ?? ''] ?? '"';
  let inside = '';
  for (let i = at + 1; i < text.length; i++) {
    if (ends.includes(text[i] ?? '')) return { text: tidied(inside), length: i + 1 - at };
    if (/^\\["\\]/.test(text.slice(i, i + 2))) i += 1;
    inside += text[i];
  }
  return { code: 'quote.unclosed', at, length: text.length - at, typed: text[at] ?? '' };
}

export const tidied = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Whether a word means itself when it stands without quotation marks. */
export function isPlain(text: string): boolean {
  const tokens = tokensOf(text);
  const [token] = Array.isArray(tokens) ? tokens : [];
  return token?.kind === 'text' && !token.exact && token.length === text.length;
}
