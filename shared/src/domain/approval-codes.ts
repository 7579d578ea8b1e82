/** Which answers of a channel a second person has to release. */
export const approvalRules = ['none', 'cases', 'always'] as const;
export type ApprovalRule = (typeof approvalRules)[number];

/**
 * Why an answer waits for a second person. `always`: the channel's rule; `reach`: criticism that many have seen;
 * `grave`: the comment speaks of law, safety, health, press or personal data; `legal`: our own text speaks of the law;
 * `asked`: its writer wished it; `guest`: somebody outside wrote it.
 */
export const approvalReasonCodes = ['always', 'reach', 'grave', 'legal', 'asked', 'guest'] as const;
export type ApprovalReasonCode = (typeof approvalReasonCodes)[number];
export interface ApprovalReason {
  readonly code: ApprovalReasonCode;
  /** The words that say so, where words do. */
  readonly words: readonly string[];
}
