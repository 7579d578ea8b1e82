import type { Assessment } from '@stammgast/shared/domain/assessment';
import { createLanguagePhase } from './language.ts';
import { readLanguageProfile } from './language-profile.ts';
import { readLexicon } from './lexicon.ts';
import { needsAnswerPhase } from './needs-answer.ts';
import { type Phase, runPhases } from './phases.ts';
import { createSentimentPhase } from './sentiment.ts';
import { tokens } from './tokens.ts';
import { createTopicsPhase } from './topics.ts';
import { createUrgencyPhase } from './urgency.ts';

export const supportedLanguages = ['de', 'en', 'fr', 'it', 'es', 'pt'] as const;
export type SupportedLanguage = (typeof supportedLanguages)[number];

interface CommentToClassify {
  readonly body: string;
  /** The language of the thread or page. */
  readonly fallbackLanguage?: string | null;
}

export interface Classifier {
  /** Never throws; what cannot be told is `unsure` or null. */
  classify(comment: CommentToClassify): Assessment;
}

const readUpTo = 2000;

/** Loads the word data (about 60 ms, 12 MB), once per process. `languages` narrows which ones are told apart. */
export function createClassifier(options: { readonly languages?: readonly SupportedLanguage[] } = {}): Classifier {
  const phases: readonly Phase[] = [
    createLanguagePhase(readLanguageProfile(), options.languages ?? supportedLanguages),
    createSentimentPhase({ de: readLexicon('de'), en: readLexicon('en') }),
    createTopicsPhase(),
    createUrgencyPhase(),
    needsAnswerPhase,
  ];
  return {
    classify({ body, fallbackLanguage = null }) {
      const read = body.slice(0, readUpTo);
      return runPhases(phases, { body: read, tokens: tokens(read), fallbackLanguage });
    },
  };
}
