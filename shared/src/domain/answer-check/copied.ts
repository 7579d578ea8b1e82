import { greetingEnd } from './address.ts';
import type { Mark, Verdict } from './items.ts';
import { verdict } from './phrase-items.ts';
import type { Reading } from './reading.ts';

const words = /[\p{L}\p{N}]+/gu;
const placeholders = /\{\{?[^{}]{0,40}\}?\}/g;
const mostRecent = 20;
const longest = 4_000;
/** Shorter answers ("Danke, Frau Keller!") are alike without being copied. */
const fewest = 8;
const tooLikeRecent = 0.6;
const tooLikeSnippet = 0.85;

/** The three-word pieces of an answer, with its words numbered so that other texts are compared by numbers. */
interface Pieces {
  readonly numbers: ReadonlyMap<string, number>;
  readonly keys: readonly number[];
  readonly known: ReadonlySet<number>;
  readonly marks: readonly Mark[];
}

/**
 * F: the share of an answer's three-word pieces that also stand in an earlier one. Greeting and name are left out; the
 * snippet it began with may stand for more, because that is what it is for.
 */
export function copied(answer: Reading, recent: readonly string[], snippet: string | null): Verdict {
  const own = piecesOf(answer.written);
  if (own.keys.length < fewest) return verdict(answer, 'ok', 'own-words');
  for (const earlier of recent.slice(0, mostRecent)) {
    const same = shared(own, earlier);
    if (same.length >= tooLikeRecent * own.keys.length) return verdict(answer, 'missing', 'like-recent-answer', same);
  }
  const same = snippet === null ? [] : shared(own, snippet.replaceAll(placeholders, ' '));
  if (same.length >= tooLikeSnippet * own.keys.length) return verdict(answer, 'missing', 'like-snippet', same);
  return verdict(answer, 'ok', 'own-words');
}

function piecesOf(written: string): Pieces {
  const from = greetingEnd(written);
  const found = [...written.slice(from, from + longest).matchAll(words)];
  const numbers = new Map<string, number>();
  const inOrder = found.map(([word]) => {
    const plain = plainWord(word);
    const number = numbers.get(plain) ?? numbers.size;
    numbers.set(plain, number);
    return number;
  });
  const keys = keysOf(inOrder);
  const marks = keys.map((_, index) => {
    const last = found[index + 2];
    return {
      start: from + (found[index]?.index ?? 0),
      end: from + (last === undefined ? 0 : last.index + last[0].length),
    };
  });
  return { numbers, keys, known: new Set(keys), marks };
}

function shared(own: Pieces, other: string): Mark[] {
  const text = other.slice(greetingEnd(other), longest);
  const inOrder = (text.match(words) ?? []).map((word) => own.numbers.get(plainWord(word)) ?? unknown);
  const there = new Set(keysOf(inOrder).filter((key) => own.known.has(key)));
  return own.marks.filter((_, index) => there.has(own.keys[index] ?? unknown));
}

const plainWord = (word: string): string => word.toLowerCase().replaceAll('ß', 'ss');

/** Stands for a word that the answer does not have: a piece with it is never one of the answer's. */
const unknown = -1;
const base = 10_000;

const keysOf = (numbers: readonly number[]): number[] =>
  numbers.slice(2).map((last, index) => {
    const [first = unknown, second = unknown] = [numbers[index], numbers[index + 1]];
    return first === unknown || second === unknown || last === unknown
      ? unknown
      : (first * base + second) * base + last;
  });
