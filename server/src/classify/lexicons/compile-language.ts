// Compiles language.bin from eld's "medium" n-grams (Apache-2.0), keeping our languages only:
//   node server/src/classify/lexicons/compile-language.ts
// Layout: count n (uint32 LE) · n hashes (uint32 LE, ascending) · n numbers of entries (uint8) · languages (uint8) · scores (uint8).
import { writeFileSync } from 'node:fs';
import { hashOf, profiled } from '../language-profile.ts';

interface Ngrams {
  readonly languages: Readonly<Record<string, string>>;
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

// eld stores scores without this common part (its calculateScores adds it again).
const commonPart = 53;
const eld = new URL('../../../../node_modules/eld/src/', import.meta.url);

const { ngramsData } = (await import(new URL('ngrams/medium.js', eld).href)) as { ngramsData: Ngrams };
const { dictionary } = (await import(new URL('dictionary.js', eld).href)) as { dictionary: readonly string[] };

// eld writes each byte as one character; here it becomes a byte again. Dictionary entries that are a blank stand for no byte.
const byteOf = new Map(dictionary.map((letter, byte) => [letter, byte]));
byteOf.set(' ', 32);

const ourNumber = new Map(
  Object.entries(ngramsData.languages).map(([number, code]) => [number, profiled.findIndex((own) => own === code)]),
);
const grams: { hash: number; entries: [language: number, score: number][] }[] = [];
for (const [gram, scores] of Object.entries(ngramsData.ngrams)) {
  const bytes = Uint8Array.from(gram, (letter) => byteOf.get(letter) ?? 0);
  const entries: [number, number][] = [];
  for (const [number, score] of Object.entries(scores)) {
    const own = ourNumber.get(number) ?? -1;
    if (own >= 0) entries.push([own, score + commonPart]);
  }
  if (entries.length > 0) grams.push({ hash: hashOf(bytes, 0, bytes.length, false, false), entries });
}
grams.sort((a, b) => a.hash - b.hash);
if (new Set(grams.map((gram) => gram.hash)).size < grams.length) throw new Error('two n-grams share a hash');

const all = grams.flatMap((gram) => gram.entries);
const file = Buffer.alloc(4 + grams.length * 5 + all.length * 2);
file.writeUInt32LE(grams.length, 0);
grams.forEach(({ hash, entries }, index) => {
  file.writeUInt32LE(hash, 4 + 4 * index);
  file[4 + 4 * grams.length + index] = entries.length;
});
all.forEach(([language, score], index) => {
  file[4 + 5 * grams.length + index] = language;
  file[4 + 5 * grams.length + all.length + index] = Math.min(255, score);
});
writeFileSync(new URL('language.bin', import.meta.url), file);
