import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import type { ApprovalReason } from '@stammgast/shared/domain/approval-codes';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { patiently } from '../../../i18n/lazy-with-words.ts';

type Rules = typeof import('@stammgast/shared/domain/approval');
export interface ApprovalNeed {
  readonly reasons: readonly ApprovalReason[];
  /** The rule looks at the reach of criticism, and the platform does not tell it. */
  readonly reachUnknown: boolean;
}
const nothing: ApprovalNeed = { reasons: [], reachUnknown: false };

/** What the server will say about this text, by the same rules, beside the typing and not before it. */
export function useApprovalNeed({ channel }: Thread, target: Comment | undefined, text: string): ApprovalNeed {
  const [rules, setRules] = useState<Rules | null>(null);
  const body = useDeferredValue(text);
  const { approval: rule, approvalReach: reachFrom } = channel;
  const wanted = rule !== 'none';
  useEffect(() => {
    if (wanted) void patiently(() => import('@stammgast/shared/domain/approval')).then(setRules);
  }, [wanted]);
  return useMemo(() => {
    if (!rules || !wanted || !target) return nothing;
    return {
      reasons: rules.approvalReasons({ rule, reachFrom, comment: target, body, asked: false }),
      reachUnknown: rules.isReachUnknown({ rule, comment: target }),
    };
  }, [rules, wanted, target, rule, reachFrom, body]);
}
