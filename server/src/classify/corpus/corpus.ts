import { readFileSync } from 'node:fs';
import type { Sentiment, Topic, Urgency } from '@stammgast/shared/domain/assessment';

/** One labelled comment of our own corpus (README.md there). */
export interface LabelledComment {
  readonly text: string;
  readonly lang: 'de' | 'en';
  readonly variety: string;
  readonly platform: string;
  readonly sector: string;
  readonly sentiment: Exclude<Sentiment, 'unsure'>;
  readonly topics: readonly (Topic | 'other')[];
  readonly needs_answer: boolean;
  readonly urgency: Urgency;
  readonly sarcasm: boolean;
}

const files = ['hospitality', 'retail', 'services', 'varieties', 'english'];

export function readCorpus(): LabelledComment[] {
  return files.flatMap((file) =>
    readFileSync(new URL(`${file}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as LabelledComment),
  );
}

/** A quarter of the corpus, told by the text alone, is never used to make the lexicons: only to measure them. */
export function isHeldOut(text: string): boolean {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return (hash >>> 8) % 4 === 0;
}
