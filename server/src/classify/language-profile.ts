import { readFileSync } from 'node:fs';
import { sourceFile } from '../config/places.ts';

/** Finds the most likely of `profiled` languages; null when no part of the text is known. */
export type DetectLanguage = (words: string) => string | null;

/** The order of languages in lexicons/language.bin: the six we tell, and eight more so that Dutch is not taken for German. */
export const profiled = ['de', 'en', 'fr', 'it', 'es', 'pt', 'nl', 'tr', 'pl', 'hr', 'ro', 'sv', 'da', 'cs'] as const;

interface Profile {
  /** Hashes of byte n-grams, ascending. */
  readonly grams: Uint32Array;
  /** For gram i its scores stand from first[i] to first[i + 1]. */
  readonly first: Uint32Array;
  readonly languages: Uint8Array;
  readonly scores: Uint8Array;
}

const mostBytes = 380;
const enoughBytes = 350;
const blank = 32;
const longestWord = 70;

/** Loads eld's n-grams, cut down to our languages by lexicons/compile-language.ts (300 KB instead of eld's 190 MB of memory). */
export function readLanguageProfile(): DetectLanguage {
  const profile = unpack(readFileSync(sourceFile('classify/lexicons/language.bin')));
  return (words) => best(scoresOf(profile, words));
}

function unpack(file: Buffer): Profile {
  const count = file.readUInt32LE(0);
  const grams = new Uint32Array(count);
  const first = new Uint32Array(count + 1);
  const counts = 4 + 4 * count;
  for (let index = 0; index < count; index++) {
    grams[index] = file.readUInt32LE(4 + 4 * index);
    first[index + 1] = (first[index] ?? 0) + (file[counts + index] ?? 0);
  }
  const entries = first[count] ?? 0;
  const languages = new Uint8Array(file.subarray(counts + count, counts + count + entries));
  const scores = new Uint8Array(file.subarray(counts + count + entries));
  return { grams, first, languages, scores };
}

function best(sums: readonly number[]): string | null {
  let winner = -1;
  let highest = 0;
  sums.forEach((sum, index) => {
    if (sum > highest) [winner, highest] = [index, sum];
  });
  return profiled[winner] ?? null;
}

/** Each n-gram of the text counts once, as in eld: four bytes every three, words beginning and ending with a blank. */
function scoresOf(profile: Profile, words: string): number[] {
  const sums = new Array<number>(profiled.length).fill(0);
  for (const gram of gramsOf(Buffer.from(words.slice(0, mostBytes)))) {
    const at = find(profile.grams, gram);
    if (at < 0) continue;
    for (let entry = profile.first[at] ?? 0; entry < (profile.first[at + 1] ?? 0); entry++) {
      const language = profile.languages[entry] ?? 0;
      sums[language] = (sums[language] ?? 0) + (profile.scores[entry] ?? 0);
    }
  }
  return sums;
}

function gramsOf(bytes: Uint8Array): Set<number> {
  const found = new Set<number>();
  let start = 0;
  while (start < bytes.length && start <= enoughBytes) {
    let end = start;
    while (end < bytes.length && bytes[end] !== blank) end += 1;
    if (end > start) addWord(bytes, start, end, found);
    start = end + 1;
  }
  return found;
}

function addWord(bytes: Uint8Array, start: number, end: number, found: Set<number>): void {
  const length = Math.min(end - start, longestWord);
  let at = 0;
  for (; at + 4 < length; at += 3) {
    found.add(hashOf(bytes, start + at, start + at + 4, at === 0, false));
  }
  const tail = length > 4 ? start + length - 4 : start;
  found.add(hashOf(bytes, tail, end, at === 0, true));
}

/** FNV-1a over the bytes, with a blank before or behind where a word begins or ends. */
export function hashOf(bytes: Uint8Array, start: number, end: number, opens: boolean, closes: boolean): number {
  let hash = 0x811c9dc5;
  if (opens) hash = Math.imul(hash ^ blank, 0x01000193);
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  if (closes) hash = Math.imul(hash ^ blank, 0x01000193);
  return hash >>> 0;
}

function find(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
