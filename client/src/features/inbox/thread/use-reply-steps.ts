import {
  checkReply,
  discardReply,
  markAnswered,
  type Reply,
  retryReply,
  undoReply,
} from '@stammgast/shared/contract/replies';
import type { Thread } from '@stammgast/shared/contract/threads';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { codeOf } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';
import { threadKey } from '../../../live/patch-cache.ts';
import { useDrafts } from '../composer/use-draft.ts';

const steps = { undo: undoReply, retry: retryReply, discard: discardReply, check: checkReply } as const;
type Step = keyof typeof steps | 'answered';

/** What a person can do with an answer on its way. A text that comes back goes into the composer. */
export function useReplySteps(threadId: string) {
  const client = useQueryClient();
  const toasts = useToast();
  const drafts = useDrafts();
  const { t } = useTranslation(['inbox', 'problems']);
  return useMutation({
    mutationFn: async ({ reply, step }: { reply: Reply; step: Step }) => {
      // What is being written now is joined with what comes back, on the server.
      if (step === 'undo' || step === 'discard') await drafts.saveNow(threadId);
      const params = { replyId: reply.id };
      return step === 'answered' ? call(markAnswered, { params, body: {} }) : call(steps[step], { params });
    },
    onSuccess: (reply, { step }) => {
      client.setQueryData<Thread>(
        threadKey(threadId),
        (thread) => thread && { ...thread, replies: thread.replies.map((one) => (one.id === reply.id ? reply : one)) },
      );
      void client.invalidateQueries({ queryKey: threadKey(threadId) });
      if (step !== 'undo' && step !== 'discard') return;
      toasts.takenBack(reply.id);
      toasts.show({ title: t('done.takenBack'), detail: t('done.takenBackDetail') });
    },
    onError: (error) => {
      toasts.show({ title: t('stepRefused'), detail: t(`problems:${codeOf(error)}`), failed: true });
      void client.invalidateQueries({ queryKey: threadKey(threadId) });
    },
  });
}
