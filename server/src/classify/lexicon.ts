import { readFileSync } from 'node:fs';
import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as germanStem } from '@orama/stemmers/german';
import { sourceFile } from '../config/places.ts';

/** How strongly a word or phrase speaks for "negative" and for "positive"; below 0 = against. */
export interface Weights {
  readonly negative: number;
  readonly positive: number;
}

/** What `lexicons/<language>.json` holds; written by lexicons/compile-sentiment.ts. */
export interface SentimentData {
  /** "negative,positive" in tenths → stems parted by blanks. "!" before a stem: inside a negation; "a_b": a phrase. */
  readonly words: Readonly<Record<string, string>>;
  /** What stands before any word is read, and what a question adds. */
  readonly start: Weights;
  readonly question: Weights;
}

export interface Lexicon {
  readonly start: Weights;
  readonly question: Weights;
  stem(word: string): string;
  /** Of a stem; undefined when it says nothing. */
  weights(stem: string, negated: boolean): Weights | undefined;
  phrase(first: string, second: string): Weights | undefined;
}

// A negated good word is nearly bad, a negated bad word only a little good ("not bad", "no problem").
const negatedGood = -0.8;
const negatedBad = -0.4;
const remembered = 20_000;

export function readLexicon(language: 'de' | 'en'): Lexicon {
  const file = readFileSync(sourceFile(`classify/lexicons/${language}.json`), 'utf8');
  return createLexicon(JSON.parse(file) as SentimentData, language === 'de' ? stemOfGerman : stemOfEnglish);
}

function createLexicon(data: SentimentData, stemOf: (word: string) => string): Lexicon {
  const known = new Map<string, Weights>();
  const phrases = new Map<string, Map<string, Weights>>();
  for (const [tenths, words] of Object.entries(data.words)) {
    const [negative = 0, positive = 0] = tenths.split(',').map((tenth) => Number(tenth) / 10);
    for (const word of words.split(' ')) {
      const [first = '', second] = word.split('_');
      if (second === undefined) known.set(first, { negative, positive });
      else phrasesOf(phrases, first).set(second, { negative, positive });
    }
  }
  const stem = remember(stemOf);
  return {
    start: data.start,
    question: data.question,
    stem,
    weights(word, negated) {
      if (!negated) return known.get(word);
      const inNegation = known.get(`!${word}`);
      if (inNegation) return inNegation;
      const plain = known.get(word);
      return plain && turnedRound(plain);
    },
    phrase: (first, second) => phrases.get(first)?.get(second),
  };
}

function phrasesOf(phrases: Map<string, Map<string, Weights>>, first: string): Map<string, Weights> {
  const known = phrases.get(first) ?? new Map<string, Weights>();
  phrases.set(first, known);
  return known;
}

function turnedRound(weights: Weights): Weights {
  const polarity = (weights.positive - weights.negative) / 2;
  const turned = polarity * (polarity > 0 ? negatedGood : negatedBad);
  return { negative: -turned, positive: turned };
}

/** Stemming is the dear part and words repeat: keeps the most recent ones, bounded. */
function remember(stemOf: (word: string) => string): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const found = stems.get(word);
    if (found !== undefined) return found;
    const stem = stemOf(word);
    if (stems.size >= remembered) stems.clear();
    stems.set(word, stem);
    return stem;
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
