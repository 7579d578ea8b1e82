import { decideModeration, withdrawModeration } from '@stammgast/shared/contract/moderation';
import {
  type Comment,
  likeComment,
  moderateComment,
  settleComment,
  unlikeComment,
} from '@stammgast/shared/contract/threads';
import {
  type HideReason,
  needsSecondPerson,
  takesAway,
  type Verdict,
  visibilityAfter,
} from '@stammgast/shared/domain/moderation';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { codeOf } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';
import { changePart } from '../../../live/parts.ts';
import { threadKey } from '../../../live/patch-cache.ts';

export interface Why {
  readonly reason?: HideReason;
  readonly remark?: string;
}

const itself = (comment: Comment): Comment => comment;

/** What is done to a comment on its platform: shown at once, taken back with a reason when the platform refuses. */
export function useActs(threadId: string) {
  const client = useQueryClient();
  const toasts = useToast();
  const { t } = useTranslation(['inbox', 'problems']);
  const refresh = () => client.invalidateQueries({ queryKey: threadKey(threadId) });

  const attempt = <Result>(
    stands: Comment,
    step: Partial<Comment>,
    send: () => Promise<Result>,
    partOf: (answer: Result) => Comment,
  ) => changePart(client, { threadId, list: 'comments', stands, step, send, partOf });
  const told = async <Result>(name: string, doing: Promise<Result>): Promise<Result | null> => {
    try {
      return await doing;
    } catch (error) {
      toasts.show({ title: t('refused', { name }), detail: t(`problems:${codeOf(error)}`), failed: true });
      return null;
    }
  };

  const setLike = (comment: Comment, liked: boolean) =>
    attempt(
      comment,
      { liked },
      () => call(liked ? likeComment : unlikeComment, { params: { commentId: comment.id } }),
      itself,
    );
  const judge = (comment: Comment, verdict: Verdict, why: Why) => {
    const waits =
      takesAway(comment.visibility, verdict) && why.reason !== undefined && needsSecondPerson(comment, why.reason);
    const shown = waits ? {} : { visibility: visibilityAfter(comment.visibility, verdict) };
    return attempt(
      comment,
      shown,
      () => call(moderateComment, { params: { commentId: comment.id }, body: { verdict, ...why } }),
      (answer) => answer.comment,
    );
  };
  const withdraw = (moderationId: string) => call(withdrawModeration, { params: { moderationId } }).finally(refresh);

  return {
    like: (comment: Comment, liked: boolean) => {
      const undo = () => setLike({ ...comment, liked }, !liked);
      const hide = toasts.show({ title: t(liked ? 'done.liked' : 'done.unliked'), detail: comment.author.name, undo });
      return told(comment.author.name, setLike(comment, liked)).then((done) => done === null && hide());
    },
    moderate: async (comment: Comment, verdict: Verdict, why: Why = {}) => {
      const answer = await told(comment.author.name, judge(comment, verdict, why));
      if (!answer) return;
      const { request } = answer;
      const name = comment.author.name;
      if (request) toasts.show({ title: t('done.askedToHide'), detail: name, undo: () => withdraw(request.id) });
      else toasts.show({ title: t(`done.${verdict}`), detail: name });
    },
    settle: (comment: Comment) =>
      told(
        comment.author.name,
        attempt(comment, {}, () => call(settleComment, { params: { commentId: comment.id } }), itself),
      ),
    withdraw: (name: string, moderationId: string) => told(name, withdraw(moderationId)),
    decide: (name: string, moderationId: string, decision: 'approved' | 'rejected', remark: string) =>
      told(
        name,
        call(decideModeration, {
          params: { moderationId },
          body: { decision, ...(remark.trim() && { remark: remark.trim() }) },
        }).finally(refresh),
      ),
  };
}
