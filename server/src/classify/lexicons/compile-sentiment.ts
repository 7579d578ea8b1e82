// Compiles de.json and en.json: the weights of words, from lexicons, our own word list and labelled corpora.
//   node server/src/classify/lexicons/compile-sentiment.ts <folder with lexicons/ and train/>
// Deterministic: the same input gives the same files. The held-out quarter of our own corpus is never read here.
import { readFileSync, writeFileSync } from 'node:fs';
import { isHeldOut, readCorpus } from '../corpus/corpus.ts';
import { emojiWeight } from '../emoji.ts';
import { type SentimentData, stemOfEnglish, stemOfGerman } from '../lexicon.ts';
import { featuresOf } from '../sentiment-features.ts';
import { plainWord, tokens } from '../tokens.ts';
import { ownWords } from './own-words.ts';

type Language = 'de' | 'en';
interface Example { readonly text: string; readonly sentiment: string; readonly weight: number }
interface Prepared { readonly values: Map<string, number>; readonly question: number; readonly negative: number; readonly positive: number; readonly weight: number; readonly own: boolean }

const ownWeight = 6;
const stemmers = { de: stemOfGerman, en: stemOfEnglish };

/** Public corpora and how near they are to what customers write in public. */
const corpora: Record<Language, readonly (readonly [file: string, weight: number])[]> = {
  de: [['mobasa_dev', 0.3], ['mobasa_train_aspectdocs', 0.3], ['potts', 0.15], ['brighter_de_train', 0.1], ['guhr_emotions', 0.1], ['servicedesk_de', 0.1], ['xed_de', 0.06]],
  en: [['goemotions_train', 0.1], ['xed_en', 0.03]],
};

function readTable(path: string): Record<string, string>[] {
  const [header = '', ...rows] = readFileSync(path, 'utf8').trim().split('\n');
  const names = header.split('\t');
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, index) => [names[index] ?? '', cell])));
}

function examplesFor(language: Language, folder: string, leaveOut: (text: string) => boolean): Example[] {
  const own = readCorpus().filter((row) => row.lang === language && !isHeldOut(row.text) && !leaveOut(row.text));
  const examples: Example[] = own.map((row) => ({ text: row.text, sentiment: row.sentiment, weight: ownWeight }));
  for (const [file, weight] of corpora[language]) {
    for (const row of readTable(`${folder}/train/${file}.tsv`)) {
      if (row['relevance'] !== 'false') examples.push({ text: row['text'] ?? '', sentiment: row['sentiment'] ?? '', weight });
    }
  }
  return examples;
}

/** First guesses: polarity by stem. Later sources overrule earlier ones. */
function firstGuesses(language: Language, folder: string): Map<string, number> {
  const guesses = new Map<string, number>();
  const stem = (words: string) => words.split(' ').map((word) => stemmers[language](plainWord(word))).join('_');
  if (language === 'de') {
    const afinn = JSON.parse(readFileSync(`${folder}/lexicons/afinn_de_multilang.json`, 'utf8')) as Record<string, { coeff: number; lang: string }>;
    for (const [word, { coeff, lang }] of Object.entries(afinn)) if (lang === 'de' && !word.includes(' ')) guesses.set(stem(word), coeff * 0.1);
    for (const line of readFileSync(`${folder}/lexicons/polart.lex`, 'utf8').split('\n')) {
      const entry = /^([^\s_]+) (NEG|POS)=([\d.]+)/.exec(line);
      if (entry) guesses.set(stem(entry[1] ?? ''), Number(entry[3]) * (entry[2] === 'NEG' ? -0.5 : 0.5));
    }
  }
  const { negative, positive } = ownWords[language];
  for (const word of negative.split(', ')) guesses.set(stem(word), -0.9);
  for (const word of positive.split(', ')) guesses.set(stem(word), 0.9);
  return guesses;
}

function guess(guesses: Map<string, number>, key: string): number {
  const known = guesses.get(key) ?? emojiWeight(key);
  if (known !== 0 || !key.startsWith('!')) return known;
  const plain = guesses.get(key.slice(1)) ?? 0;
  return plain * (plain > 0 ? -0.8 : -0.4);
}

function prepare(example: Example, language: Language): Prepared {
  const values = new Map<string, number>();
  for (const { stem, second, negated, strength } of featuresOf(tokens(example.text.slice(0, 2000)), language, stemmers[language])) {
    const key = second === null ? `${negated ? '!' : ''}${stem}` : `${stem}_${second}`;
    values.set(key, (values.get(key) ?? 0) + strength);
  }
  const target = (label: string) => (example.sentiment === label ? 1 : example.sentiment === 'mixed' ? 0.5 : 0);
  return { values, question: example.text.includes('?') ? 1 : 0, negative: target('negative'), positive: target('positive'), weight: example.weight, own: example.weight === ownWeight };
}

const logistic = (z: number) => 1 / (1 + Math.exp(-z));

/** How hard to learn, by cross-validation on the training part of our corpus. `pull` draws weights back to the first guess. */
const learning: Record<Language, { readonly rounds: number; readonly rate: number; readonly pull: number }> = {
  de: { rounds: 24, rate: 0.03, pull: 0.02 },
  en: { rounds: 8, rate: 0.1, pull: 0.02 },
};

/** The examples with their features numbered, so that learning runs on plain arrays. */
interface Table { readonly rows: readonly Prepared[]; readonly ids: readonly Int32Array[]; readonly values: readonly Float64Array[]; readonly keys: readonly string[] }

function tableOf(rows: readonly Prepared[], kept: ReadonlySet<string>): Table {
  const keys = [...kept].sort();
  const numbers = new Map(keys.map((key, index) => [key, index]));
  const known = rows.map((row) => [...row.values].filter(([key]) => kept.has(key)));
  return {
    rows, keys,
    ids: known.map((pairs) => Int32Array.from(pairs, ([key]) => numbers.get(key) ?? 0)),
    values: known.map((pairs) => Float64Array.from(pairs, ([, value]) => value)),
  };
}

/** One head ("negative" or "positive") by AdaGrad, pulled towards the first guesses, averaged over the later rounds. */
function fit({ rows, ids, values }: Table, head: 'negative' | 'positive', first: Float64Array, { rounds, rate, pull }: typeof learning.de) {
  const weights = first.slice(), steps = new Float64Array(first.length).fill(0.01), sums = new Float64Array(first.length);
  let start = head === 'negative' ? -0.8 : -1.2, question = -0.3, seed = 1;
  const order = rows.map((_, index) => index);
  for (let round = 0; round < rounds; round++) {
    for (let index = order.length - 1; index > 0; index--) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const other = Math.floor((seed / 2 ** 32) * (index + 1));
      [order[index], order[other]] = [order[other]!, order[index]!];
    }
    for (const index of order) {
      const row = rows[index]!, own = ids[index]!, value = values[index]!;
      let sum = start + question * row.question;
      for (let k = 0; k < own.length; k++) sum += weights[own[k]!]! * value[k]!;
      const miss = logistic(sum) - row[head];
      for (let k = 0; k < own.length; k++) {
        const id = own[k]!;
        const slope = row.weight * miss * value[k]! + pull * (weights[id]! - first[id]!);
        const step = steps[id]! + slope * slope;
        steps[id] = step;
        weights[id] = weights[id]! - (rate * slope) / Math.sqrt(step);
      }
      if (row.own) { start -= 0.003 * miss; question -= 0.003 * miss * row.question; }
    }
    if (round >= rounds / 2) for (let id = 0; id < weights.length; id++) sums[id] = sums[id]! + weights[id]! / (rounds / 2);
  }
  return { start: Math.round(start * 100) / 100, question: Math.round(question * 100) / 100, weights: sums };
}

export function compileSentiment(language: Language, folder: string, leaveOut: (text: string) => boolean = () => false): SentimentData {
  const rows = examplesFor(language, folder, leaveOut).map((example) => prepare(example, language));
  const guesses = firstGuesses(language, folder);
  const seen = new Map<string, number>();
  for (const row of rows) for (const key of row.values.keys()) seen.set(key, (seen.get(key) ?? 0) + (row.own ? 1 : 0.34));
  const kept = new Set<string>(guesses.keys());
  for (const [key, times] of seen) if (times >= (key.includes('_') ? 4 : 2) || guess(guesses, key) !== 0) kept.add(key);
  const table = tableOf(rows, kept);
  const negative = fit(table, 'negative', Float64Array.from(table.keys, (key) => -guess(guesses, key)), learning[language]);
  const positive = fit(table, 'positive', Float64Array.from(table.keys, (key) => guess(guesses, key)), learning[language]);
  const groups = new Map<string, string[]>();
  const tenths = (weight: number) => Math.max(-25, Math.min(25, Math.round(weight * 10))) + 0;
  table.keys.forEach((key, id) => {
    const [n, p] = [tenths(negative.weights[id]!), tenths(positive.weights[id]!)];
    const enough = key.includes('_') ? 3 : 2;
    if (Math.abs(n) < enough && Math.abs(p) < enough) return;
    const group = groups.get(`${n},${p}`) ?? [];
    group.push(key);
    groups.set(`${n},${p}`, group);
  });
  return {
    start: { negative: negative.start, positive: positive.start },
    question: { negative: negative.question, positive: positive.question },
    words: Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, keys]) => [group, keys.join(' ')])),
  };
}

if (import.meta.main) {
  const folder = process.argv[2] ?? '';
  for (const language of ['de', 'en'] as const) {
    writeFileSync(new URL(`${language}.json`, import.meta.url), `${JSON.stringify(compileSentiment(language, folder), null, 1)}\n`);
  }
}
