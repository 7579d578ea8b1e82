import { answerGuestLink, type GuestView } from '@stammgast/shared/contract/guests';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { codeOf } from '../../api/problem.ts';

interface Decision {
  readonly decision: 'write' | 'approve' | 'reject';
  readonly body?: string;
  readonly remark?: string;
}

/** Refusals after which the page has to be read anew; what was written stays. */
const stale = new Set<string>(['reply.text_changed', 'reply.approval_decided', 'guest.used', 'auth.token_invalid']);

/** Sends what the guest has written or decided; the link works once. */
export function useAnswer(token: string, view: GuestView, onDone: () => void, onStale: () => void) {
  return useMutation({
    mutationFn: (given: Decision) =>
      call(answerGuestLink, {
        params: { token },
        body: { ...given, mark: view.comment.mark, ...(view.proposed && { version: view.proposed.version }) },
      }),
    onSuccess: onDone,
    onError: (error) => {
      if (stale.has(codeOf(error))) onStale();
    },
  });
}
