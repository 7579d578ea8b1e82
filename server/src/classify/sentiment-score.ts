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

export function scoreOf(body: string, read: readonly Token[], language: string, lexicon: Lexicon): Score {
  const asks = read.some((token) => token.text === '?');
  let negative = lexicon.start.negative + (asks ? lexicon.question.negative : 0);
  let positive = lexicon.start.positive + (asks ? lexicon.question.positive : 0);
  let praise = 0;
  let criticism = 0;
  const spoken: { at: number; words: number; weight: number }[] = [];
  for (const { stem, second, negated, strength, at } of featuresOf(read, language, lexicon.stem)) {
    const weights: Weights | undefined =
      second === null ? lexicon.weights(stem, negated) : lexicon.phrase(stem, second);
    if (weights === undefined) continue;
    negative += weights.negative * strength;
    positive += weights.positive * strength;
    const weight = ((weights.positive - weights.negative) / 2) * strength;
    if (weight > 0) praise += weight;
    else criticism -= weight;
    if (Math.abs(weight) >= worthShowing) spoken.push({ at, words: second === null ? 1 : 2, weight });
  }
  return {
    negative: logistic(negative),
    positive: logistic(positive),
    praise,
    criticism,
    evidence: strongest(spoken, body, read),
  };
}

function strongest(
  spoken: { at: number; words: number; weight: number }[],
  body: string,
  read: readonly Token[],
): Evidence[] {
  return spoken
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, shown)
    .map(({ at, words, weight }) => ({
      text: textOf(body, read[at], read[at + words - 1]),
      weight: Math.round(weight * 100) / 100,
    }));
}

function textOf(body: string, first: Token | undefined, last: Token | undefined): string {
  return first && last ? body.slice(first.start, last.start + last.text.length) : '';
}
