import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as germanStem } from '@orama/stemmers/german';

// Longer than any real word; also keeps the stemmers, which slice per replacement, linear on hostile input.
const longestWord = 64;
const words = /[\p{L}\p{N}\p{M}]+/gu;
const onlyAscii = /^[a-z0-9]+$/;
const marks = /\p{M}+/gu;

/**
 * The words of a text as search stems, joined by blanks: what the index holds. Each word gives its German stem; unless the
 * text is known to be German also its English one. Pure and deterministic; the same scheme serves `queryWords`.
 */
export function stems(text: string, language?: string | null): string {
  const found: string[] = [];
  const german = language === 'de';
  for (const word of wordsOf(text)) {
    const first = stemGerman(word);
    found.push(first);
    if (german) continue;
    const second = stemEnglish(word);
    if (second !== first) found.push(second);
  }
  return found.join(' ');
}

/**
 * For each word of a query its alternative stems (a hit needs one of them per word). They hold letters and digits only, so
 * they may stand in an FTS5 or tsquery expression as they are, each also as a prefix ("fruhstuck*" finds Frühstücksbuffet).
 */
export function queryWords(text: string): string[][] {
  return wordsOf(text).map((word) => [...new Set([stemGerman(word), stemEnglish(word)])]);
}

function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const raw of text.normalize('NFC').toLowerCase().match(words) ?? []) {
    const word = cut(withoutForeignMarks(cut(raw, 2 * longestWord)), longestWord);
    if (word !== '') found.push(word);
  }
  return found;
}

function cut(word: string, length: number): string {
  return word.length <= length ? word : word.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** Keeps ä ö ü, which the German stemmer needs, and drops every other accent: café = cafe. */
function withoutForeignMarks(word: string): string {
  if (onlyAscii.test(word)) return word;
  let plain = '';
  for (const letter of word) {
    if (letter === 'ß') plain += 'ss';
    else if (letter === 'ä' || letter === 'ö' || letter === 'ü') plain += letter;
    else plain += letter.normalize('NFD').replace(marks, '');
  }
  return plain;
}

// Umlauts written out are folded before stemming (haeuser = Häuser), but not the "ue" of neue, Feuer, Steuer or Quelle.
function stemGerman(word: string): string {
  const folded = word
    .replaceAll('ae', 'ä')
    .replaceAll('oe', 'ö')
    .replace(/(?<![aeouäöq])ue/g, 'ü');
  return withoutUmlauts(germanStem(folded)) || word;
}

function stemEnglish(word: string): string {
  return englishStem(withoutUmlauts(word)) || word;
}

function withoutUmlauts(word: string): string {
  if (onlyAscii.test(word)) return word;
  return word.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u');
}
