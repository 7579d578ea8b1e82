import type { Reason, Sentiment } from '../assessment.ts';

/**
 * The 14 points of the answer checklist, in the order shown: T thanks, P the concern named, E empathy, O own
 * responsibility or cause, S a concrete step, Z by when, C a private channel without fleeing there, D no deflection,
 * F not copied, N the person addressed, R du/Sie, G a human signs, L same language, X length.
 */
export const itemKeys = ['T', 'P', 'E', 'O', 'S', 'Z', 'C', 'D', 'F', 'N', 'R', 'G', 'L', 'X'] as const;
export type ItemKey = (typeof itemKeys)[number];

export const itemStates = ['ok', 'missing', 'check', 'not-applicable'] as const;
/** `missing`: a warning one may trust (T, D, F, N, R, L, X). `check`: not found, a person should look; the rules overlook too much. */
export type ItemState = (typeof itemStates)[number];

/** Why an item has its state; the client has a sentence for each. */
export const reasonCodes = [
  'found',
  'not-found',
  'comment-is-praise',
  'comment-is-question',
  'comment-without-words',
  'only-for-patience',
  'only-a-formula',
  'understanding-then-but',
  'only-vague',
  'done-already',
  'no-private-channel',
  'private-without-substance',
  'deflects',
  'nothing-deflects',
  'like-recent-answer',
  'like-recent-in-storm',
  'like-snippet',
  'own-words',
  'other-name',
  'name-spelled-differently',
  'name-unusable',
  'register-fits',
  'register-mixed',
  'register-other',
  'register-not-used',
  'team-only',
  'platform-shows-agent',
  'language-fits',
  'language-other',
  'language-unsure',
  'length-fits',
  'too-short',
  'too-long',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** A stretch of the answer as it was written: offsets in UTF-16 units, the end is not included. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

export interface CheckedItem {
  readonly key: ItemKey;
  readonly state: ItemState;
  /** The matched words: what makes the item ok, or what speaks against it. In order, never overlapping. */
  readonly marks: readonly Mark[];
  readonly reason: Reason & { readonly code: ReasonCode };
}

/** What an item's rule says; `missing` becomes `check` where the rules are not good enough for a warning. */
export type Verdict = Omit<CheckedItem, 'key'>;

/**
 * Hints for the person who writes, in the order of `itemKeys`. `ok` of `of` applicable items is shown as "11 of 13". It
 * is not a grade: never store it with a person and never add it up over people, it is wrong too often for that.
 */
export interface AnswerCheck {
  readonly items: readonly CheckedItem[];
  readonly ok: number;
  /** Items that apply here. */
  readonly of: number;
}

/** Fewest and most characters that read well on a platform. */
export interface LengthRange {
  readonly from: number;
  readonly to: number;
}

export interface CheckInput {
  readonly answer: string;
  readonly comment: {
    readonly text: string;
    /** ISO 639-1; null = unknown. */
    readonly language: string | null;
    readonly authorName: string;
    /** With or without @; null = the platform has none. */
    readonly authorHandle: string | null;
    readonly sentiment: Sentiment;
  };
  readonly channel: {
    /** One of the contract's platforms. */
    readonly platform: string;
    readonly register: 'sie' | 'du';
    /** The platform itself shows who answers, so nobody has to sign. */
    readonly agentShown: boolean;
  };
  /** Names of company and brands: in a comment they are not the concern, under an answer not a person. */
  readonly own: { readonly names: readonly string[] };
  /** The last public answers of this account, at most 20 are looked at. */
  readonly recentAnswers: readonly string[];
  /** The text snippet the answer began with, as kept in the library; null = none. */
  readonly snippet: string | null;
  /** The thread belongs to a storm that goes on: there answers are read side by side, and have to differ more. */
  readonly inStorm?: boolean;
  /** A team's own wish; left out: the platform's usual range. */
  readonly length?: LengthRange;
}
