import { type Comment, correctComment, type Thread } from '@stammgast/shared/contract/threads';
import type { Sentiment, Topic } from '@stammgast/shared/domain/assessment';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { codeOf } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';
import { threadKey } from '../../../live/patch-cache.ts';

type Correction = { readonly sentiment: Exclude<Sentiment, 'unsure'> } | { readonly topics: Topic[] };

/** The correction that leads back; there is none to “unsure”, which only the machine can be. */
function correctionOf({ sentiment, topics }: Comment, correction: Correction): Correction | null {
  if ('topics' in correction) return { topics };
  return sentiment === 'unsure' ? null : { sentiment };
}

/** Shows a comment as it is now, before the thread is fetched again. */
export function usePutComment(threadId: string) {
  const client = useQueryClient();
  return (comment: Comment) =>
    void client.setQueryData<Thread>(
      threadKey(threadId),
      (thread) =>
        thread && { ...thread, comments: thread.comments.map((one) => (one.id === comment.id ? comment : one)) },
    );
}

/** Corrects the machine. */
export function useComments(threadId: string) {
  const client = useQueryClient();
  const toasts = useToast();
  const put = usePutComment(threadId);
  const { t } = useTranslation(['inbox', 'common', 'problems']);

  const attempt = async (before: Comment, change: Partial<Comment>, send: () => Promise<Comment>): Promise<boolean> => {
    put({ ...before, ...change });
    try {
      put(await send());
      void client.invalidateQueries({ queryKey: threadKey(threadId) });
      return true;
    } catch (error) {
      put(before);
      toasts.show({
        title: t('refused', { name: before.author.name }),
        detail: t(`problems:${codeOf(error)}`),
        failed: true,
      });
      return false;
    }
  };

  return {
    correct: async (comment: Comment, correction: Correction) => {
      const send = () => call(correctComment, { params: { commentId: comment.id }, body: correction });
      if (!(await attempt(comment, { ...correction, corrected: true }, send))) return;
      const before = correctionOf(comment, correction);
      toasts.show({
        title: t('done.corrected'),
        detail: t('done.learns'),
        ...(before && {
          undo: async () => put(await call(correctComment, { params: { commentId: comment.id }, body: before })),
          undone: comment.author.name,
        }),
      });
    },
  };
}
