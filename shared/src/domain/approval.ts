import type { ApprovalReason, ApprovalRule } from './approval-codes.ts';
import type { Reason, Sentiment } from './assessment.ts';
import { legalWords } from './legal-words.ts';

export interface ApprovalCase {
  readonly rule: ApprovalRule;
  /** From so many likes on a critical comment its answer is a delicate case. */
  readonly reachFrom: number;
  readonly comment: {
    readonly sentiment: Sentiment;
    /** null: the platform does not tell. */
    readonly likes: number | null;
    readonly reasons: readonly Reason[];
  };
  readonly body: string;
  /** The writer wants somebody to look at it, whatever the rule says. */
  readonly asked: boolean;
}

const grave = new Set(['legal', 'safety', 'health', 'press', 'privacy']);
const isCritical = ({ sentiment }: ApprovalCase['comment']) => sentiment === 'negative' || sentiment === 'mixed';

/** Why this answer needs a second person; nothing: it may go out. The same rule on the server and while writing. */
export function approvalReasons(given: ApprovalCase): ApprovalReason[] {
  const asked: ApprovalReason[] = given.asked ? [{ code: 'asked', words: [] }] : [];
  if (given.rule === 'none') return asked;
  const always: ApprovalReason[] = given.rule === 'always' ? [{ code: 'always', words: [] }] : [];
  return [...always, ...delicacies(given), ...asked];
}

function delicacies({ comment, reachFrom, body }: ApprovalCase): ApprovalReason[] {
  const seen = isCritical(comment) && comment.likes !== null && comment.likes >= reachFrom;
  const words = comment.reasons.filter(({ code }) => grave.has(code)).flatMap((reason) => reason.words);
  const isGrave = comment.reasons.some(({ code }) => grave.has(code));
  const legal = legalWords(body);
  return [
    ...(seen ? [{ code: 'reach' as const, words: [] }] : []),
    ...(isGrave ? [{ code: 'grave' as const, words }] : []),
    ...(legal.length > 0 ? [{ code: 'legal' as const, words: legal }] : []),
  ];
}

/** The rule looks at the reach of criticism, but this platform does not tell it: nobody may take that for “small”. */
export const isReachUnknown = ({ rule, comment }: Pick<ApprovalCase, 'rule' | 'comment'>): boolean =>
  rule === 'cases' && isCritical(comment) && comment.likes === null;
