import { standings } from './context.ts';
import type { Token } from './tokens.ts';

/** Something in a comment that may carry a weight: a word, a two-word phrase or an emoji. */
export interface Feature {
  /** The word's stem or the emoji; for a phrase the stem of its first word. */
  readonly stem: string;
  /** The stem of a phrase's second word. */
  readonly second: string | null;
  readonly negated: boolean;
  /** How much it counts here: more after "very", less in a long comment. */
  readonly strength: number;
  /** Index of its (first) token. */
  readonly at: number;
}

// Long comments hold more words of either kind; the root keeps their sums comparable to a comment of 15 words.
const usualLength = 15;

/** The same cut for reading a comment and for compiling the lexicons, so that weights mean the same in both. */
export function featuresOf(read: readonly Token[], language: string | null, stem: (word: string) => string): Feature[] {
  const words = read.reduce((sum, token) => sum + (token.kind === 'word' ? 1 : 0), 0);
  const scale = Math.sqrt(usualLength / Math.max(1, words));
  const around = standings(read, language);
  const found: Feature[] = [];
  let previous: string | null = null;
  read.forEach((token, at) => {
    if (token.kind === 'emoji') found.push({ stem: token.text, second: null, negated: false, strength: scale, at });
    if (token.kind !== 'word') {
      previous = null;
      return;
    }
    const { negated, strength } = around[at] ?? { negated: false, strength: 1 };
    const own = stem(token.word);
    found.push({ stem: own, second: null, negated, strength: strength * scale, at });
    if (previous !== null)
      found.push({ stem: previous, second: own, negated: false, strength: strength * scale, at: at - 1 });
    previous = own;
  });
  return found;
}
