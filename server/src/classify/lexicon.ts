import { readFileSync } from 'node:fs';
import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as germanStem } from '@orama/stemmers/german';

/** How strongly a word (a plain word of tokens.ts) speaks for positive (> 0) or negative (< 0); 0 = not at all. */
export type WordWeight = (word: string, negated: boolean) => number;

/** What `lexicons/<language>.json` holds; written by lexicons/compile-sentiment.ts. */
export interface SentimentData {
  /** Weight in tenths → stems parted by blanks; "!" before a stem means "inside a negation". */
  readonly words: Readonly<Record<string, string>>;
  /** P(negative) = logistic(-score - negativeFrom), P(positive) = logistic(score - positiveFrom). */
  readonly negativeFrom: number;
  readonly positiveFrom: number;
  /** How much a question moves both borders apart. */
  readonly question: number;
}

// A negated good word is nearly bad, a negated bad word only a little good ("not bad", "no problem").
const negatedGood = -0.8;
const negatedBad = -0.4;
const remembered = 20_000;

export function readSentimentData(language: 'de' | 'en'): SentimentData {
  return JSON.parse(readFileSync(new URL(`lexicons/${language}.json`, import.meta.url), 'utf8')) as SentimentData;
}

/** Looks words up by their stems. Remembers frequent words, because stemming is the dear part. */
export function createLexicon(data: SentimentData, stem: (word: string) => string): WordWeight {
  const weights = new Map<string, number>();
  for (const [tenths, words] of Object.entries(data.words)) {
    for (const word of words.split(' ')) weights.set(word, Number(tenths) / 10);
  }
  const known = new Map<string, { plain: number; negated: number }>();
  return (word, negated) => {
    let entry = known.get(word);
    if (entry === undefined) {
      const key = stem(word);
      const plain = weights.get(key) ?? 0;
      entry = { plain, negated: weights.get(`!${key}`) ?? plain * (plain > 0 ? negatedGood : negatedBad) };
      if (known.size >= remembered) known.clear();
      known.set(word, entry);
    }
    return negated ? entry.negated : entry.plain;
  };
}

const lengthened = /([a-zäöü])\1{2,}/g;

/** The part of a German word that its forms share, umlauts kept: schön and schon must not meet. */
export function stemOfGerman(word: string): string {
  const plain = word.replace(lengthened, '$1');
  return plain.slice(0, germanStem(plain).length);
}

/** The part of an English word that its forms share. */
export function stemOfEnglish(word: string): string {
  const plain = word.replace(lengthened, '$1');
  return englishStem(plain.endsWith("'s") ? plain.slice(0, -2) : plain);
}
