import { type Comment, correctComment } from '@stammgast/shared/contract/threads';
import type { Sentiment, Topic } from '@stammgast/shared/domain/assessment';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { codeOf } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';
import { changePart, putPart } from '../../../live/parts.ts';

type Correction = { readonly sentiment: Exclude<Sentiment, 'unsure'> } | { readonly topics: Topic[] };

/** The correction that leads back; there is none to “unsure”, which only the machine can be. */
function correctionOf({ sentiment, topics }: Comment, correction: Correction): Correction | null {
  if ('topics' in correction) return { topics };
  return sentiment === 'unsure' ? null : { sentiment };
}

/** Corrects the machine. */
export function useComments(threadId: string) {
  const client = useQueryClient();
  const toasts = useToast();
  const { t } = useTranslation(['inbox', 'common', 'problems']);

  const attempt = async (stands: Comment, step: Partial<Comment>, send: () => Promise<Comment>): Promise<boolean> => {
    try {
      await changePart(client, { threadId, list: 'comments', stands, step, send, partOf: (answer) => answer });
      return true;
    } catch (error) {
      toasts.show({
        title: t('refused', { name: stands.author.name }),
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
          undo: async () => {
            const params = { commentId: comment.id };
            putPart(client, threadId, 'comments', await call(correctComment, { params, body: before }));
          },
          undone: comment.author.name,
        }),
      });
    },
  };
}
