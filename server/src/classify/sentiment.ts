import type { Assessment, Sentiment } from '@stammgast/shared/domain/assessment';
import { emojiWeight } from './emoji.ts';
import type { Lexicon } from './lexicon.ts';
import type { Phase, Reading } from './phases.ts';
import { type Score, scoreOf } from './sentiment-score.ts';
import { createWordList } from './word-list.ts';

// Chosen by cross-validation on the part of our corpus that is not held out (docs/CLASSIFY.md).
const bothClear = 0.32;
const sure: Readonly<Record<'negative' | 'neutral' | 'positive', number>> = {
  negative: 0.5,
  neutral: 0.45,
  positive: 0.45,
};
// Praise with trouble in it ("Toll, danke. Drei Stunden gewartet.") may be irony: left to a person.
const spoiled = { negative: 0.3, criticism: 0.4 };
const troubleIn = createWordList({
  trouble: `gewartet warten wartezeit* stundenlang keiner niemand nie verspät* storniert* gestrichen ausgefallen abgebucht kaputt defekt* verloren
    beschädigt* angeblich mahnung* waited hours late delay* lost broken nobody never cancelled canceled charged damaged apparently refused`,
});
const clearEmoji = 1;

type Found = Pick<Assessment, 'sentiment' | 'sentimentScore' | 'confidence' | 'evidence'>;
const nothing: Found = { sentiment: 'unsure', sentimentScore: null, confidence: 0, evidence: [] };

/** Judges German and English by their words, other languages only where emoji are clear. */
export function createSentimentPhase(lexicons: Readonly<Record<string, Lexicon>>): Phase {
  return {
    name: 'sentiment',
    assess(comment, soFar) {
      const lexicon = soFar.language === null ? undefined : lexicons[soFar.language];
      if (soFar.language === null || lexicon === undefined) return { ...soFar, ...byEmoji(comment) };
      const score = scoreOf(comment.body, comment.tokens, soFar.language, lexicon);
      return { ...soFar, ...judge(score, comment) };
    },
  };
}

function judge(score: Score, comment: Reading): Found {
  const silent = score.praise === 0 && score.criticism === 0;
  if (silent || !comment.tokens.some((token) => token.kind === 'word')) return byEmoji(comment);
  const [sentiment, confidence] = named(score);
  const doubtful = sentiment === 'positive' && soundsSpoiled(score, comment);
  return {
    sentiment: doubtful ? 'unsure' : sentiment,
    sentimentScore: rounded(score.positive - score.negative),
    confidence: rounded(doubtful ? Math.min(confidence, sure.positive) : confidence),
    evidence: score.evidence,
  };
}

function named({ negative, positive }: Score): [Sentiment, number] {
  if (Math.min(negative, positive) >= bothClear) return ['mixed', Math.min(1, negative + positive) / 2];
  const neutral = Math.max(0, 1 - negative - positive);
  const highest = Math.max(negative, neutral, positive);
  const sentiment = highest === negative ? 'negative' : highest === positive ? 'positive' : 'neutral';
  return [highest < sure[sentiment] ? 'unsure' : sentiment, highest];
}

function soundsSpoiled({ negative, praise, criticism }: Score, comment: Reading): boolean {
  if (negative >= spoiled.negative || criticism > spoiled.criticism * praise) return true;
  return comment.tokens.some((token) => troubleIn(token.word).length > 0);
}

function byEmoji(comment: Reading): Found {
  const seen = comment.tokens.filter((token) => token.kind === 'emoji' && emojiWeight(token.text) !== 0);
  if (seen.length === 0) return nothing;
  const weights = seen.map((token) => emojiWeight(token.text));
  const sum = weights.reduce((a, b) => a + b, 0);
  const oneSided = weights.every((weight) => weight > 0) || weights.every((weight) => weight < 0);
  const clear = oneSided && Math.abs(sum) >= clearEmoji;
  return {
    sentiment: clear ? (sum > 0 ? 'positive' : 'negative') : 'unsure',
    sentimentScore: rounded(Math.tanh(sum / 2)),
    confidence: clear ? 0.6 : 0.3,
    evidence: seen.slice(0, 5).map((token) => ({ text: token.text, weight: emojiWeight(token.text) })),
  };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
