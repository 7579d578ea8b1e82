import type { Assessment } from '@stammgast/shared/domain/assessment';
import type { Token } from './tokens.ts';

/** A comment as the phases read it. */
export interface Reading {
  /** The first part of the comment; longer ones are not read to the end. */
  readonly body: string;
  readonly tokens: readonly Token[];
  /** The language of the thread or page, used when the comment is too short to tell. */
  readonly fallbackLanguage: string | null;
}

/** One step of judging: takes what is known so far and says more. Pure. A phase that throws leaves what was there. */
export interface Phase {
  readonly name: 'language' | 'sentiment' | 'topics' | 'urgency' | 'needs-answer';
  assess(comment: Reading, soFar: Assessment): Assessment;
}

/** Where every comment begins: nothing known, so a person should look. */
export const unread: Assessment = {
  language: null,
  sentiment: 'unsure',
  sentimentScore: null,
  confidence: 0,
  evidence: [],
  topics: [],
  urgency: 0,
  reasons: [],
  needsAnswer: true,
};

export function runPhases(phases: readonly Phase[], comment: Reading): Assessment {
  return phases.reduce((soFar, phase) => {
    try {
      return phase.assess(comment, soFar);
    } catch {
      return soFar;
    }
  }, unread);
}
