import type { Evidence } from '@stammgast/shared/domain/assessment';
import type { Lexicon, Weights } from './lexicon.ts';
import { featuresOf } from './sentiment-features.ts';
import type { Token } from './tokens.ts';

/** What the words of one comment say, before anything is decided. */
export interface Score {
  /** Probabilities that the comment criticises, and that it praises; both may be high. */
  readonly negative: number;
  readonly positive: number;
  /** Sums of what speaks for praise and for criticism, both ≥ 0. */
  readonly praise: number;
  readonly criticism: number;
  readonly evidence: readonly Evidence[];
}

const logistic = (z: number) => 1 / (1 + Math.exp(-z));
const shown = 5;
const worthShowing = 0.3;

interface Spoken {
  readonly at: number;
  readonly words: number;
  readonly weights: Weights;
  /** > 0 praises, < 0 criticises. */
  readonly polarity: number;
}

export function scoreOf(body: string, read: readonly Token[], language: string, lexicon: Lexicon): Score {
  const asks = read.some((token) => token.text === '?') ? 1 : 0;
  const spoken = spokenIn(read, language, lexicon);
  const sum = (of: (one: Spoken) => number) => spoken.reduce((total, one) => total + of(one), 0);
  return {
    negative: logistic(lexicon.start.negative + asks * lexicon.question.negative + sum((one) => one.weights.negative)),
    positive: logistic(lexicon.start.positive + asks * lexicon.question.positive + sum((one) => one.weights.positive)),
    praise: sum((one) => Math.max(0, one.polarity)),
    criticism: sum((one) => Math.max(0, -one.polarity)),
    evidence: strongest(spoken, body, read),
  };
}

/** Everything in the comment that carries a weight. */
function spokenIn(read: readonly Token[], language: string, lexicon: Lexicon): Spoken[] {
  const spoken: Spoken[] = [];
  for (const { stem, second, negated, strength, at } of featuresOf(read, language, lexicon.stem)) {
    const known = second === null ? lexicon.weights(stem, negated) : lexicon.phrase(stem, second);
    if (known === undefined) continue;
    const weights = { negative: known.negative * strength, positive: known.positive * strength };
    const polarity = (weights.positive - weights.negative) / 2;
    spoken.push({ at, words: second === null ? 1 : 2, weights, polarity });
  }
  return spoken;
}

function strongest(spoken: readonly Spoken[], body: string, read: readonly Token[]): Evidence[] {
  return spoken
    .filter(({ polarity }) => Math.abs(polarity) >= worthShowing)
    .sort((a, b) => Math.abs(b.polarity) - Math.abs(a.polarity))
    .slice(0, shown)
    .map(({ at, words, polarity }) => ({
      text: textOf(body, read[at], read[at + words - 1]),
      weight: Math.round(polarity * 100) / 100,
    }));
}

function textOf(body: string, first: Token | undefined, last: Token | undefined): string {
  return first && last ? body.slice(first.start, last.start + last.text.length) : '';
}
