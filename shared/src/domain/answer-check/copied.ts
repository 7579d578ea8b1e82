import { greetingEnd } from './address.ts';
import { foldText } from './folded.ts';
import type { CheckInput, Mark, Verdict } from './items.ts';
import { verdict } from './phrase-items.ts';
import { markOf, type Reading } from './reading.ts';

const words = /[a-z0-9]+/g;
const placeholders = /\{\{?[^{}]{0,40}\}?\}/g;
const mostRecent = 20;
const longest = 4_000;
/** Shorter answers ("Danke, Frau Keller!") are alike without being copied. */
const fewest = 8;
const tooLikeRecent = 0.6;
/** Whoever reads through a storm reads one answer after the other. */
const tooLikeInStorm = 0.4;
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
export function copied(
  answer: Reading,
  { recentAnswers, snippet, inStorm = false }: Pick<CheckInput, 'recentAnswers' | 'snippet' | 'inStorm'>,
): Verdict {
  const own = piecesOf(answer);
  if (own.keys.length < fewest) return verdict(answer, 'ok', 'own-words');
  const tooLike = (inStorm ? tooLikeInStorm : tooLikeRecent) * own.keys.length;
  for (const earlier of recentAnswers.slice(0, mostRecent)) {
    const same = shared(own, earlier);
    if (same.length < tooLike) continue;
    const usually = same.length >= tooLikeRecent * own.keys.length;
    return verdict(answer, 'missing', usually ? 'like-recent-answer' : 'like-recent-in-storm', same);
  }
  const same = snippet === null ? [] : shared(own, snippet.replaceAll(placeholders, ' '));
  if (same.length >= tooLikeSnippet * own.keys.length) return verdict(answer, 'missing', 'like-snippet', same);
  return verdict(answer, 'ok', 'own-words');
}

function piecesOf(answer: Reading): Pieces {
  const from = greetingEnd(answer.written);
  const found = [...answer.folded.text.matchAll(words)]
    .map((match) => ({
      word: match[0],
      mark: markOf(answer.folded, match.index, match.index + match[0].length),
    }))
    .filter(({ mark }) => mark.start >= from);
  const numbers = new Map<string, number>();
  const keys = keysOf(found.map(({ word }) => numbered(numbers, word)));
  const marks = keys.map((_, index) => ({
    start: found[index]?.mark.start ?? 0,
    end: found[index + 2]?.mark.end ?? 0,
  }));
  return { numbers, keys, known: new Set(keys), marks };
}

function numbered(numbers: Map<string, number>, word: string): number {
  const number = numbers.get(word) ?? numbers.size;
  numbers.set(word, number);
  return number;
}

function shared(own: Pieces, other: string): Mark[] {
  const text = foldText(other.slice(greetingEnd(other), longest));
  const inOrder = (text.match(words) ?? []).map((word) => own.numbers.get(word) ?? unknown);
  const there = new Set(keysOf(inOrder).filter((key) => own.known.has(key)));
  return own.marks.filter((_, index) => there.has(own.keys[index] ?? unknown));
}

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
