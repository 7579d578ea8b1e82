import { type Folded, fold } from './folded.ts';
import type { Mark } from './items.ts';

export interface Sentence {
  /** Its place in the folded text. */
  readonly start: number;
  readonly text: string;
}

/** An answer or a comment, prepared once for all rules. */
export interface Reading {
  /** As written, cut to the length that is looked at. */
  readonly written: string;
  readonly folded: Folded;
  /** Without addresses and quoted lines. */
  readonly sentences: readonly Sentence[];
  /** The same sentences with what stands in quotation marks left out: words of the critic, not ours. */
  readonly ownSentences: readonly Sentence[];
}

/** Longer texts are looked at so far; no platform takes answers of this length. */
const longest = 8_000;
const addresses = /https?:\/\/\S+|www\.\S+/g;
const quotedLines = /^>.*$/gm;
const quotations = /"[^"\n]{1,160}"/g;

export function read(text: string): Reading {
  const written = text.slice(0, longest);
  const folded = fold(written);
  const plain = blanked(blanked(folded.text, addresses), quotedLines);
  const starts = sentenceStarts(plain);
  return {
    written,
    folded,
    sentences: cut(plain, starts),
    ownSentences: cut(blanked(plain, quotations), starts),
  };
}

/** Where a stretch of the folded text stands as written. */
export function markOf({ at }: Folded, start: number, end: number): Mark {
  const last = at[end - 1] ?? 0;
  let stop = at[end] ?? last + 1;
  if (stop === last) stop = last + 1;
  return { start: at[start] ?? 0, end: stop };
}

/** In order, with overlapping ones joined. */
export function joinedMarks(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && mark.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) };
    else joined.push(mark);
  }
  return joined;
}

export const wordsAt = (written: string, marks: readonly Mark[]): string[] =>
  marks.map(({ start, end }) => written.slice(start, end));

const blanked = (text: string, what: RegExp): string => text.replaceAll(what, (found) => ' '.repeat(found.length));

const ends = new Set(['.', '!', '?']);
const blanks = new Set([' ', '\n', '']);
const shortForms = /(?:\d|\b(?:dr|prof|mr|mrs|ms|st|nr|no|bzw|ca|str|tel|evtl|inkl|vgl|[a-z]))$/;
const longestShortForm = 6;

/** What follows the last of these is read as one. */
const mostSentences = 150;
const hasWord = /[a-z0-9]/;

function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length && starts.length < mostSentences; index++) {
    const unit = text.charAt(index);
    if (unit === '\n' || (ends.has(unit) && blanks.has(text.charAt(index + 1)) && !isShortForm(text, index))) {
      starts.push(index + 1);
    }
  }
  return starts;
}

/** The dot of "Dr." or of "1. Juli" ends no sentence. */
function isShortForm(text: string, dot: number): boolean {
  return text.charAt(dot) === '.' && shortForms.test(text.slice(Math.max(0, dot - longestShortForm), dot));
}

function cut(text: string, starts: readonly number[]): Sentence[] {
  return starts
    .map((start, index) => ({ start, text: text.slice(start, starts[index + 1] ?? text.length) }))
    .filter((sentence) => hasWord.test(sentence.text));
}
