import type { Evidence, Sentiment, Topic } from './assessment.ts';

/** What can be done to a comment on its platform; each connector says which of them it can. All can be repeated safely. */
export const platformActs = ['like', 'unlike', 'hide', 'unhide', 'approve', 'hold', 'spam'] as const;
export type PlatformAct = (typeof platformActs)[number];

/** Everything but likes: it decides whether the public sees the comment. */
export const verdicts = ['approve', 'hold', 'spam', 'hide', 'unhide'] as const satisfies readonly PlatformAct[];
export type Verdict = (typeof verdicts)[number];

export type Visibility = 'public' | 'held' | 'spam' | 'hidden';

/** Why a comment is taken out of sight. `other` needs a remark. */
export const hideReasons = ['spam', 'insult', 'personal-data', 'unlawful', 'netiquette', 'other'] as const;
export type HideReason = (typeof hideReasons)[number];

/** Rules that a comment breaks whatever it criticises. Spam is none: it is said of criticism too easily. */
const clear: readonly HideReason[] = ['insult', 'personal-data', 'unlawful', 'netiquette'];

/** What the public sees afterwards. What was public and is held again is hidden: nobody is waiting for a first release. */
export function visibilityAfter(was: Visibility, verdict: Verdict): Visibility {
  if (verdict === 'approve' || verdict === 'unhide') return 'public';
  if (verdict === 'spam') return 'spam';
  return verdict === 'hold' && was !== 'public' && was !== 'hidden' ? 'held' : 'hidden';
}

/** Does this take something away from the public that it sees, or that waits for its release? */
export const takesAway = (was: Visibility, verdict: Verdict): boolean => {
  if (was === 'hidden' || was === 'spam') return false;
  return verdict === 'hide' || verdict === 'spam' || (verdict === 'hold' && was === 'public');
};

/** What the rule looks at: what the machine found, and whether a person has overruled it. */
export interface Judged {
  readonly sentiment: Sentiment;
  readonly evidence: readonly Evidence[];
  readonly topics: readonly Topic[];
  readonly corrected: boolean;
}

/**
 * Hiding lawful criticism is the gravest mistake in answering critics, so it takes two. A comment may be criticism when
 * its mood is not clearly friendly or one of its words speaks against us; then only a clear breach of rules is decided
 * alone. And when it also names something of ours, it is criticism whatever else it is: never alone. A corrected
 * mood counts as unsure, so that correcting is no way around.
 */
export function needsSecondPerson(comment: Judged, reason: HideReason): boolean {
  const against = comment.evidence.some(({ weight }) => weight < 0);
  const friendly = !comment.corrected && (comment.sentiment === 'positive' || comment.sentiment === 'neutral');
  const aboutUs = comment.topics.length > 0 || comment.corrected;
  if (against && aboutUs) return true;
  return (against || !friendly) && !clear.includes(reason);
}
