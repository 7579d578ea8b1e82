import type { Sentiment } from '../assessment.ts';
import ownPairs from './corpus/own-pairs.json' with { type: 'json' };
import givenPairs from './corpus/pairs.json' with { type: 'json' };
import type { GuardInput } from './guard-codes.ts';
import type { CheckInput, ItemKey } from './items.ts';

/** A comment and an answer, with what a person says about each item: true passes, false fails, null does not apply. */
export interface LabelledPair {
  readonly id: string;
  readonly lang: string;
  readonly platform: string;
  readonly register: string;
  readonly author: string;
  readonly comment: string;
  readonly answer: string;
  readonly labels: Readonly<Record<ItemKey, boolean | null>>;
  /** Rules were tuned on `development`; `test` was only measured, once. */
  readonly half?: string;
  readonly guards?: readonly string[];
  readonly handle?: string;
  readonly sentiment?: string;
  /** The comment's language where it is not `lang`; null = unknown. */
  readonly language?: string | null;
  readonly agentShown?: boolean;
  readonly recent?: readonly string[];
  readonly snippet?: string;
  readonly replies?: number;
  readonly domains?: readonly string[];
  readonly contacts?: readonly string[];
}

const own: readonly LabelledPair[] = ownPairs;

export const labelledSets: Readonly<Record<'golden' | 'development' | 'test', readonly LabelledPair[]>> = {
  golden: givenPairs,
  development: own.filter(({ half }) => half === 'development'),
  test: own.filter(({ half }) => half === 'test'),
};

const authorOf = ({ author, handle }: LabelledPair) => ({
  authorName: author,
  authorHandle: handle ?? (author.startsWith('@') ? author : null),
});

export const checkInputOf = (pair: LabelledPair): CheckInput => ({
  answer: pair.answer,
  comment: {
    text: pair.comment,
    language: pair.language === undefined ? pair.lang : pair.language,
    sentiment: (pair.sentiment ?? 'negative') as Sentiment,
    ...authorOf(pair),
  },
  channel: {
    platform: pair.platform === 'blog' ? 'wordpress' : pair.platform,
    register: pair.register === 'du' ? 'du' : 'sie',
    agentShown: pair.agentShown ?? false,
  },
  own: { names: [] },
  recentAnswers: pair.recent ?? [],
  snippet: pair.snippet ?? null,
});

export const guardInputOf = (pair: LabelledPair): GuardInput => ({
  answer: pair.answer,
  comment: authorOf(pair),
  own: { names: [], domains: pair.domains ?? [], contacts: pair.contacts ?? [] },
  publicReplies: pair.replies ?? 0,
});
