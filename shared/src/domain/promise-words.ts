import { isPromise, speaksAgainst } from './promise-signs.ts';
import { findTimes, type Reading, type TimeWords } from './time-words/time-words.ts';
import { monthNames } from './time-words/vocabulary.ts';

/** A sentence of our own answer in which we say that something will happen by a time. */
export interface PromiseWords {
  /** Offsets of the sentence in the answer. */
  readonly start: number;
  readonly end: number;
  /** The sentence as it stands there. */
  readonly words: string;
  readonly dueAt: Date;
}

const LONGEST = 8000;
/** In characters; nobody reads a promise in what is longer. */
const LONGEST_SENTENCE = 1000;

/**
 * Promises with a time in our own answer, German or English, in its order: at most one a sentence, the latest time it
 * names. A suggestion for a person to confirm: it would rather miss one than remind of what nobody has promised.
 */
export function findPromises(answer: string, reading: Reading): PromiseWords[] {
  return sentencesOf(unquoted(answer.slice(0, LONGEST))).flatMap(({ start, text }) => {
    const at = text.endsWith('?') || text.length > LONGEST_SENTENCE ? null : lastPromised(text, reading);
    const end = start + text.length;
    return at ? [{ start, end, words: answer.slice(start, end), dueAt: at }] : [];
  });
}

/** Other people's words are no promises of ours; blanks in their place keep the offsets. */
const unquoted = (text: string): string =>
  text.replace(/„[^„“”"\n]*[“”"]|“[^“”\n]*”|"[^"\n]*"|«[^«»\n]*»|»[^«»\n]*«|^>.*$/gmu, (quote) =>
    ' '.repeat(quote.length),
  );

/** The latest time in those parts of a sentence that promise something. */
function lastPromised(sentence: string, reading: Reading): Date | null {
  const times = findTimes(sentence, reading);
  const ends = clauseEnds(sentence, times);
  const promised = times.filter((time) => {
    const end = ends.find((one) => one > time.start) ?? sentence.length;
    const start = ends.findLast((one) => one <= time.start) ?? 0;
    return isPromise(sentence.slice(start, end), sentence.slice(0, end));
  });
  return promised.reduce<Date | null>((last, { at }) => (last && last > at ? last : at), null);
}

const comma = /[,;:](?=\s)|\s[–—-](?=\s)|(?<!\p{L})(?:because|that|what|why|which|weil)(?!\p{L})/giu;
const conjunction = /(?<=\s)(?:und|and|but|aber)(?=\s)/giu;

/**
 * Where clauses end. One that is only a time ("Bis Freitag, 12 Uhr, …") belongs to the next; "und" parts only what
 * speaks against a promise from the rest.
 */
function clauseEnds(sentence: string, times: readonly TimeWords[]): number[] {
  const masked = times.reduce(
    (text, { start, end }) => text.slice(0, start) + '#'.repeat(end - start) + text.slice(end),
    sentence,
  );
  const parts = (separator: RegExp, from: number, to: number): number[] =>
    [...masked.slice(from, to).matchAll(separator)].map((match) => from + match.index + match[0].length);
  const ends: number[] = [];
  let from = 0;
  for (const end of [...parts(comma, 0, masked.length), masked.length]) {
    const clause = masked.slice(from, end);
    if (end < masked.length && isOnlyTime(clause)) continue;
    if (speaksAgainst(clause)) ends.push(...parts(conjunction, from, end));
    ends.push(end);
    from = end;
  }
  return ends;
}

const isOnlyTime = (masked: string): boolean => masked.includes('#') && (masked.match(/\p{L}+/gu) ?? []).length < 3;

/** Ends at `.`, `!`, `?` or a line's end; not within a date ("am 15. März") and not after a short form. */
const sentenceEnd = new RegExp(
  String.raw`(?<!\d|(?<!\p{L})(?:ca|bzw|Nr|Dr|Mr|Mrs|z\. ?B|u\. ?a))[.!?]+(?=\s|$)` +
    String.raw`|(?<=\d)[.!?](?=\s+(?!(?:${monthNames})(?!\p{L}))\p{Lu}|\s*$)|\n+`,
  'giu',
);

function sentencesOf(text: string): { start: number; text: string }[] {
  const sentences: { start: number; text: string }[] = [];
  let from = 0;
  const close = (to: number) => {
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed !== '') sentences.push({ start: from + raw.indexOf(trimmed), text: trimmed });
    from = to;
  };
  for (const match of text.matchAll(sentenceEnd)) close(match.index + match[0].length);
  close(text.length);
  return sentences;
}
