import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { Suspense, useState } from 'react';
import { ApprovalNeed, ReplaceDialog } from './parts.ts';
import type { ApprovalNeed as Need } from './use-approval-need.ts';

/** How an answer is meant to be sent. */
export interface Sending {
  readonly resolve?: boolean;
  /** A second person shall see it first, whatever the rule says. */
  readonly approval?: boolean;
  /** The waiting answer whose place it takes. */
  readonly supersedes?: string;
}

/** Two answers cannot wait for one comment: both are shown before one takes the place of the other. */
export function useReplacing(thread: Thread, target: Comment | undefined) {
  const [asking, ask] = useState<Sending | null>(null);
  const waiting = thread.replies.find((one) => one.commentId === target?.id && one.state === 'awaiting-approval');
  return {
    waiting,
    asking,
    close: () => ask(null),
    /** True: it asks first, and sends when the person says so. */
    stops: (sending: Sending): boolean => {
      const first = waiting !== undefined && sending.supersedes !== waiting.id;
      ask(first ? sending : null);
      return first;
    },
  };
}

/** Above the paper: that a second person will see the answer first. */
export function NeedNote({ need, shown }: { need: Need; shown: boolean }) {
  if (!shown || (need.reasons.length === 0 && !need.reachUnknown)) return null;
  return (
    <Suspense>
      <ApprovalNeed {...need} />
    </Suspense>
  );
}

interface ReplacingProps {
  readonly text: string;
  readonly replacing: ReturnType<typeof useReplacing>;
  readonly onSend: (sending: Sending) => void;
}

/** Stands beside the composer's form and not within it: a form inside another one would send both. */
export function Replacing({ text, replacing: { waiting, asking, close }, onSend }: ReplacingProps) {
  if (!asking || !waiting) return null;
  return (
    <Suspense>
      <ReplaceDialog
        waiting={waiting}
        text={text}
        onClose={close}
        onReplace={() => onSend({ ...asking, supersedes: waiting.id })}
      />
    </Suspense>
  );
}
