export const sentiments = ['negative', 'mixed', 'neutral', 'positive', 'unsure'] as const;
/** The writer's stance towards the company. `unsure` means: a person should look, the machine will not guess. */
export type Sentiment = (typeof sentiments)[number];

export const topics = ['product', 'satisfaction', 'support', 'cocreation'] as const;
/** The four topics of public comments; several may apply. A team's own tags are kept elsewhere. */
export type Topic = (typeof topics)[number];

/** 2: safety, health, law, press, personal data. 1: money, time or repeated contact. 0: the rest. */
export type Urgency = 0 | 1 | 2;

/** A word or phrase of the comment that led to the sentiment; weight below 0 speaks for negative, above for positive. */
export interface Evidence {
  readonly text: string;
  readonly weight: number;
}

/** Why a comment is urgent: a code the client translates ('safety', 'money' …) and the comment's words that say so. */
export interface Reason {
  readonly code: string;
  readonly words: readonly string[];
}

/** What the machine makes of one comment. Every part is a suggestion that a person may correct. */
export interface Assessment {
  /** ISO 639-1 code: de, en, fr, it, es or pt; null = unknown. */
  readonly language: string | null;
  readonly sentiment: Sentiment;
  /** -1 (negative) to 1 (positive); null when there is nothing to go by. */
  readonly sentimentScore: number | null;
  /** 0 to 1: how likely the named sentiment is right. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly topics: readonly Topic[];
  readonly urgency: Urgency;
  readonly reasons: readonly Reason[];
  readonly needsAnswer: boolean;
}
