/** Why a search cannot be read. The client puts it into words. */
export const searchErrorCodes = [
  'key.unknown',
  /** Known, but of data that the house does not keep yet. */
  'key.unavailable',
  /** What it asks about is for others to see. */
  'key.forbidden',
  /** Together with a person it would be a figure about that person. */
  'key.person',
  'value.unknown',
  'value.unavailable',
  'value.missing',
  /** Not a date, a span of time or a language; `nearest` is an example. */
  'value.malformed',
  /** Nobody and nothing of this name that the person may see. */
  'name.unknown',
  /** Nothing stands where a condition must: `OR` at an end, empty brackets, `NOT` before nothing. */
  'operand.missing',
  'bracket.unclosed',
  'bracket.unopened',
  'quote.unclosed',
  /** Signs only; the index holds letters and digits. */
  'text.signs',
  /** `sort` in brackets or negated: it counts for the whole search. */
  'sort.place',
  'sort.twice',
  'search.long',
] as const;
export type SearchErrorCode = (typeof searchErrorCodes)[number];

export interface SearchError {
  readonly code: SearchErrorCode;
  /** Where in the text, and how much of it. */
  readonly at: number;
  readonly length: number;
  /** The key, value or sign that is meant, as it was typed. */
  readonly typed: string;
  /** What may stand at this place instead. */
  readonly nearest?: string;
}

/** Longest text of a search. */
export const SEARCH_LENGTH = 500;
/** Conditions in one search, and brackets within brackets. */
export const SEARCH_PARTS = 40;
export const SEARCH_DEPTH = 8;
