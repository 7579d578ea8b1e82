export interface Token {
  readonly kind: 'word' | 'emoji' | 'comma' | 'stop';
  /** As written in the comment. */
  readonly text: string;
  /** Where it stands in the comment. */
  readonly start: number;
  /** Lower-case and composed, with ß as ss, umlauts joined and apostrophes straight; '' for anything but a word. */
  readonly word: string;
}

const pieces =
  /https?:\/\/\S+|www\.\S+|@?\p{L}[\p{L}\p{M}\p{N}]*(?:['’´`]\p{L}{1,3}(?!\p{L}))?|\p{N}[\p{N}\p{L}]*(?:[.,:]\p{N}+)*|[€$£]|\p{Extended_Pictographic}|<3|[:;]-?(?:[()]|D(?!\p{L}))|[.!?…\n]|[,;:()–—]/gu;
const address = /^(?:https?:\/\/|www\.)/;
const startsWithLetter = /^\p{L}/u;
const startsWithDigit = /^\p{N}/u;
const currency = /^[€$£]$/;
const stop = /^[.!?…\n]$/;
const comma = /^[,;:()–—]$/;
const longestWord = 64;

/** Cuts a comment into words, emoji and punctuation, in order. Numbers all read '0', currency signs 'euro'; addresses, handles and other signs are left out. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(pieces)) {
    const token = tokenOf(match[0], match.index);
    if (token) found.push(token);
  }
  return found;
}

function tokenOf(text: string, start: number): Token | null {
  if (address.test(text)) return null;
  if (startsWithLetter.test(text)) return { kind: 'word', text, start, word: plainWord(text) };
  if (startsWithDigit.test(text)) return { kind: 'word', text, start, word: '0' };
  if (currency.test(text)) return { kind: 'word', text, start, word: 'euro' };
  if (stop.test(text)) return { kind: 'stop', text, start, word: '' };
  if (comma.test(text)) return { kind: 'comma', text, start, word: '' };
  return text.startsWith('@') ? null : { kind: 'emoji', text, start, word: '' };
}

const ascii = /^[a-z]+$/;
const writtenOutUmlaut = /ae|oe|(?<![aeouäöq])ue/g;
const joined: Readonly<Record<string, string>> = { ae: 'ä', oe: 'ö', ue: 'ü' };

/** One spelling for Strasse, STRASSE and Straße, for schoen and schön, for don’t and don't. */
export function plainWord(text: string): string {
  const word = text.slice(0, longestWord).toLowerCase();
  const plain = ascii.test(word) ? word : word.normalize('NFC').replaceAll('ß', 'ss').replace(/[’´`]/g, "'");
  return plain.replace(writtenOutUmlaut, (pair) => joined[pair] ?? pair);
}
