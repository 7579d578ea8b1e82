export interface Token {
  readonly kind: 'word' | 'emoji' | 'comma' | 'stop';
  /** As written in the comment. */
  readonly text: string;
  /** Lower-case and composed, with ß as ss, umlauts joined and apostrophes straight; '' for anything but a word. */
  readonly word: string;
}

const pieces = /@?\p{L}[\p{L}\p{M}\p{N}]*(?:['’´`]\p{L}{1,3})?|\p{Extended_Pictographic}|<3|[:;]-?[()D]|[.!?…\n]|[,;:()–—]/gu;
const startsWithLetter = /^\p{L}/u;
const stop = /^[.!?…\n]$/;
const comma = /^[,;:()–—]$/;
const longestWord = 64;

/** Cuts a comment into words, emoji and punctuation, in order. Digits, handles and other signs are left out. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const piece of text.match(pieces) ?? []) {
    if (startsWithLetter.test(piece)) found.push({ kind: 'word', text: piece, word: plainWord(piece) });
    else if (stop.test(piece)) found.push({ kind: 'stop', text: piece, word: '' });
    else if (comma.test(piece)) found.push({ kind: 'comma', text: piece, word: '' });
    else if (piece[0] !== '@') found.push({ kind: 'emoji', text: piece, word: '' });
  }
  return found;
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
