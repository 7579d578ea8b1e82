import { approveReply, holdBackReply, rejectReply } from '@stammgast/shared/contract/approvals';
import type { Reply } from '@stammgast/shared/contract/replies';
import type { Thread } from '@stammgast/shared/contract/threads';
import type { GuardCode } from '@stammgast/shared/domain/answer-check/guard-codes';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { codeOf, isApiProblem } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';
import { threadKey } from '../../../live/patch-cache.ts';
import { serverNow } from '../../../live/server-clock.ts';

/** Releases a waiting answer or gives it back. True when it was done; what was refused is said with its reason. */
export function useDecide(threadId: string) {
  const client = useQueryClient();
  const toasts = useToast();
  const { t } = useTranslation(['approval', 'inbox', 'problems']);
  const [busy, setBusy] = useState(false);
  /** Warnings about a changed text that were shown once: pressing again confirms them. */
  const [confirmed, setConfirmed] = useState<GuardCode[]>([]);
  const refresh = () => client.invalidateQueries({ queryKey: threadKey(threadId) });
  const put = (reply: Reply) => {
    client.setQueryData<Thread>(
      threadKey(threadId),
      (thread) => thread && { ...thread, replies: thread.replies.map((one) => (one.id === reply.id ? reply : one)) },
    );
    void refresh();
  };
  const refuse = (error: unknown) => {
    const { who, guards } = isApiProblem(error) ? error.context : {};
    if (guards) setConfirmed(guards.split(' ') as GuardCode[]);
    const detail = who ? t('decidedBy', { who }) : t(`problems:${codeOf(error)}`);
    toasts.show({ title: t('inbox:stepRefused'), detail, failed: true });
    void refresh();
  };
  const attempt = async (send: () => Promise<Reply>, tell: (reply: Reply) => void): Promise<boolean> => {
    setBusy(true);
    try {
      const reply = await send();
      put(reply);
      tell(reply);
      return true;
    } catch (error) {
      refuse(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const tellApproved = (reply: Reply) => {
    const heldUntil = Date.parse(reply.holdUntil ?? '');
    const seconds = Math.round((heldUntil - serverNow()) / 1000);
    const title = t(reply.approval?.decision === 'changed' ? 'done.changed' : 'done.approved');
    if (!(seconds > 0)) return void toasts.show({ title, detail: t(`inbox:replyStates.${reply.state}`) });
    toasts.show({
      title,
      detail: t('inbox:willPublish', { seconds }),
      seconds,
      undo: async () => put(await call(holdBackReply, { params: { replyId: reply.id } })),
      undone: t('done.heldBack'),
      tooLate: () => (serverNow() > heldUntil ? 'reply.not_undoable' : null),
    });
  };
  const approve = ({ id, version }: Reply, said: number, body?: string) =>
    attempt(
      () => call(approveReply, { params: { replyId: id }, body: { version, said, ...(body && { body, confirmed }) } }),
      tellApproved,
    );
  const reject = ({ id, version, personName }: Reply, remark: string) =>
    attempt(
      () => call(rejectReply, { params: { replyId: id }, body: { version, remark } }),
      () => toasts.show({ title: t('done.rejected'), ...(personName && { detail: personName }) }),
    );
  return { approve, reject, busy };
}
