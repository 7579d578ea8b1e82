import { emptyWords, numberWords, synonyms } from './concern-words.ts';
import type { Mark, Verdict } from './items.ts';
import { namesIn } from './names.ts';
import { verdict } from './phrase-items.ts';
import { markOf, type Reading } from './reading.ts';

interface Word {
  readonly word: string;
  readonly mark: Mark;
}

const words = /[a-z0-9]+/g;
const digits = /^\d+$/;
const shortest = 3;
const handle = /@[\w.@-]+/g;
/** In a comment of so few words one is enough, if it is long enough to tell something. */
const shortComment = 6;
const tellingLength = 5;
/** Content words of a comment that are looked at. */
const most = 120;

/** The words of a comment that tell what it is about: no function words, names, handles, addresses. */
export function contentWords(comment: Reading, names: readonly string[]): string[] {
  const left = new Set(names.flatMap(namesIn));
  const found = new Set<string>();
  for (const sentence of comment.sentences) {
    for (const [word] of sentence.text.replaceAll(handle, ' ').matchAll(words)) {
      if (tells(word) && !left.has(word)) found.add(numberWords[word] ?? word);
      if (found.size >= most) return [...found];
    }
  }
  return [...found];
}

/** P: does the answer take up words of the comment, or others for the same thing? */
export function concern(answer: Reading, about: readonly string[], names: readonly string[]): Verdict {
  if (about.length === 0) return verdict(answer, 'not-applicable', 'comment-without-words');
  const left = new Set(names.flatMap(namesIn));
  const matched = new Set<string>();
  const marks: Mark[] = [];
  const sameAs = remembered((word) => (left.has(word) ? [] : about.filter((other) => isSameThing(word, other))));
  for (const { word, mark } of wordsOf(answer)) {
    const same = sameAs(word);
    if (same.length === 0) continue;
    for (const other of same) matched.add(other);
    marks.push(mark);
  }
  return isEnough([...matched], about.length)
    ? verdict(answer, 'ok', 'found', marks)
    : verdict(answer, 'missing', 'not-found', marks);
}

/** Answers repeat their words. */
function remembered<Result>(work: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const result = work(word);
    known.set(word, result);
    return result;
  };
}

const isEnough = (matched: readonly string[], words: number): boolean =>
  matched.length >= 2 || (words <= shortComment && matched.some((word) => word.length >= tellingLength));

function wordsOf(reading: Reading): Word[] {
  return reading.sentences.flatMap(({ start, text }) =>
    [...text.matchAll(words)]
      .filter(([word]) => tells(word))
      .map((match) => ({
        word: numberWords[match[0]] ?? match[0],
        mark: markOf(reading.folded, start + match.index, start + match.index + match[0].length),
      })),
  );
}

const tells = (word: string): boolean =>
  numberWords[word] !== undefined || digits.test(word) || (word.length >= shortest && !emptyWords.has(word));

function isSameThing(a: string, b: string): boolean {
  if (a === b) return true;
  if (digits.test(a) || digits.test(b)) return false;
  return isSameStem(a, b) || isPart(a, b) || isPart(b, a) || groupsOf(a).some((group) => groupsOf(b).includes(group));
}

const manyWords = 5_000;
const knownGroups = new Map<string, readonly number[]>();

/** The numbers of the synonym groups a word belongs to; usually none. Remembered, because texts share their words. */
function groupsOf(word: string): readonly number[] {
  const known = knownGroups.get(word);
  if (known) return known;
  const groups = synonyms.flatMap((group, number) =>
    group.some((beginning) => word.startsWith(beginning)) ? [number] : [],
  );
  if (knownGroups.size >= manyWords) knownGroups.clear();
  knownGroups.set(word, groups);
  return groups;
}

/** "warte" and "warten", "crashes" and "crashing". */
function isSameStem(a: string, b: string): boolean {
  if (a.charAt(0) !== b.charAt(0)) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let common = 0;
  while (common < short.length && short.charAt(common) === long.charAt(common)) common += 1;
  if (common >= 5 && common >= short.length - 2) return true;
  return common >= 4 && common >= 0.7 * short.length && common > 0.55 * long.length;
}

/** Compounds: "Lüftung" in "Lüftungsanlage", "Link" at the end of "Abmeldelink". */
const isPart = (part: string, whole: string): boolean =>
  (part.length >= 5 && whole.includes(part)) || (part.length >= 4 && whole.endsWith(part));
