import { type Comment, correctComment, moderateComment, type Thread } from '@stammgast/shared/contract/threads';
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

/** What one does to a single comment: correct the machine, or moderate it on its platform. */
export function useComments(threadId: string) {
  const client = useQueryClient();
  const toasts = useToast();
  const { t } = useTranslation(['inbox', 'common', 'problems']);

  const put = (comment: Comment) =>
    client.setQueryData<Thread>(
      threadKey(threadId),
      (thread) =>
        thread && { ...thread, comments: thread.comments.map((one) => (one.id === comment.id ? comment : one)) },
    );
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
    moderate: async (comment: Comment, verdict: 'approve' | 'hold' | 'spam') => {
      const visibility = { approve: 'public', hold: 'held', spam: 'spam' } as const;
      const send = () => call(moderateComment, { params: { commentId: comment.id }, body: { verdict } });
      if (await attempt(comment, { visibility: visibility[verdict] }, send))
        toasts.show({ title: t(`done.${verdict}`), detail: comment.author.name });
    },
  };
}
