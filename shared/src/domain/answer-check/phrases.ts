import { foldText } from './folded.ts';

/**
 * The notation of our phrase tables, in natural spelling: words parted by blanks; `wort*` any ending, `*wort` any
 * beginning; `(a|b c)` one of these, `(a)?` perhaps; `#` a number; `…` up to six words of the same clause between, `……`
 * up to nine that may cross a comma. Whatever is written compiles to a pattern in which no repetition contains another
 * that could match the same characters, so hostile texts cannot slow it down.
 */
const joint = '[^a-z0-9]{1,4}';
const clauseGap = '(?:[^a-z0-9,;:]{1,4}[a-z0-9]+){0,6}?';
const wideGap = '(?:[^a-z0-9]{1,4}[a-z0-9]+){0,9}?';
const anyLetters = '[a-z0-9]*';
const pieces = /\((?:[^()]|\([^()]*\))*\)\??|[^\s()]+/g;

/** One pattern for folded text that finds any of the phrases. */
export function compilePhrases(phrases: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${phrases.map(sourceOf).join('|')})\\b`, 'g');
}

const clauseMark = '~';
const wideMark = '~~';

function sourceOf(phrase: string): string {
  const marked = foldText(phrase.replaceAll('……', wideMark).replaceAll('…', clauseMark));
  let source = '';
  let before = '';
  for (const piece of marked.match(pieces) ?? []) {
    if (piece.startsWith(clauseMark)) {
      before = (piece === wideMark ? wideGap : clauseGap) + joint;
      continue;
    }
    const leading = source === '' && piece.endsWith('?');
    source += leading ? `(?:${wordsOf(piece.slice(0, -1))}${joint})?` : following(piece, before);
    before = leading ? '' : joint;
  }
  return source;
}

const following = (piece: string, before: string): string =>
  piece.endsWith('?') ? `(?:${before}${wordsOf(piece.slice(0, -1))})?` : before + wordsOf(piece);

function wordsOf(piece: string): string {
  return piece
    .replaceAll(/[\s'-]+/g, joint)
    .replaceAll('*', anyLetters)
    .replaceAll('(', '(?:')
    .replaceAll('#', '\\d+');
}
