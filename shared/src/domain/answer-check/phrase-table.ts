import type { Mark } from './items.ts';
import { compilePhrases } from './phrases.ts';
import type { Reading, Sentence } from './reading.ts';
import { markOf } from './reading.ts';

/** Phrases (in the notation of phrases.ts) that count, and phrases whose sentence does not count. */
export interface PhraseRule {
  readonly counts: readonly string[];
  readonly against: readonly string[];
}

export const phraseTopics = [
  'thanks',
  'empathy',
  'ownership',
  'step',
  'done',
  'time',
  'private',
  'deflection',
] as const;
export type PhraseTopic = (typeof phraseTopics)[number];
export type PhraseTable = Readonly<Record<PhraseTopic, PhraseRule>>;

export const byTopic = <Result>(of: (topic: PhraseTopic) => Result): Readonly<Record<PhraseTopic, Result>> => ({
  thanks: of('thanks'),
  empathy: of('empathy'),
  ownership: of('ownership'),
  step: of('step'),
  done: of('done'),
  time: of('time'),
  private: of('private'),
  deflection: of('deflection'),
});

/** What a rule found: where, in which sentences, and whether something spoke against it elsewhere. */
export interface Finding {
  readonly marks: readonly Mark[];
  /** Indexes of the sentences with a match that counts. */
  readonly sentences: readonly number[];
  /** A sentence had words that speak against it. */
  readonly against: boolean;
}

export interface CompiledRule {
  readonly counts: RegExp;
  readonly against: RegExp | null;
}

export const compileRule = (rule: PhraseRule): CompiledRule => ({
  counts: compilePhrases(rule.counts),
  against: rule.against.length === 0 ? null : compilePhrases(rule.against),
});

/** Looks sentence by sentence; one that also holds words against it does not count. */
export function find(reading: Reading, sentences: readonly Sentence[], rules: readonly CompiledRule[]): Finding {
  const marks: Mark[] = [];
  const counted: number[] = [];
  let against = false;
  sentences.forEach((sentence, index) => {
    for (const rule of rules) {
      const found = [...sentence.text.matchAll(rule.counts)];
      const spoken = rule.against !== null && sentence.text.search(rule.against) >= 0;
      against ||= spoken;
      if (found.length === 0 || spoken) continue;
      counted.push(index);
      for (const match of found) {
        const start = sentence.start + match.index;
        marks.push(markOf(reading.folded, start, start + match[0].length));
      }
    }
  });
  return { marks, sentences: counted, against };
}
