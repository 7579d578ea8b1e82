import type { Mark } from './items.ts';

/** What a send guard may find, apart from the checklist and not counted there. */
export const guardCodes = [
  'placeholder',
  'wrong-name',
  'email',
  'phone',
  'iban',
  'order-number',
  'room-number',
  'amount',
  'unknown-link',
  'third-reply',
  'many-sorries',
] as const;
export type GuardCode = (typeof guardCodes)[number];

export const guardLevels = ['block', 'ask', 'hint'] as const;
/** `block`: cannot be sent like this. `ask`: only after a person has confirmed it. `hint`: shown, nothing more. */
export type GuardLevel = (typeof guardLevels)[number];

export const levelOfGuard: Readonly<Record<GuardCode, GuardLevel>> = {
  placeholder: 'block',
  'wrong-name': 'block',
  email: 'ask',
  phone: 'ask',
  iban: 'ask',
  'order-number': 'ask',
  'room-number': 'ask',
  amount: 'ask',
  'unknown-link': 'ask',
  'third-reply': 'ask',
  'many-sorries': 'hint',
};

export interface Guard {
  readonly code: GuardCode;
  readonly level: GuardLevel;
  /** Where in the answer; none for `third-reply`. */
  readonly marks: readonly Mark[];
  /** The words found there, as written. */
  readonly words: readonly string[];
}

/** What is known when a public answer is about to be sent. */
export interface GuardInput {
  readonly answer: string;
  readonly comment: { readonly authorName: string; readonly authorHandle: string | null };
  readonly own: {
    readonly names: readonly string[];
    /** Our own web domains, such as `example.org`; their subdomains are ours too. */
    readonly domains: readonly string[];
    /** Our service addresses, telephone and account numbers: no personal data when they stand in an answer. */
    readonly contacts: readonly string[];
  };
  /** Public answers of ours that already stand in this thread. */
  readonly publicReplies: number;
}
