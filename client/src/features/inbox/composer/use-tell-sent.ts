import { type Reply, undoReply } from '@stammgast/shared/contract/replies';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useToast } from '../../../components/toast.tsx';
import { threadKey } from '../../../live/patch-cache.ts';
import { serverNow } from '../../../live/server-clock.ts';
import { useDrafts } from './use-draft.ts';

/** Says what becomes of an answer that was sent; while it is held, it can be taken back and its text with it. */
export function useTellSent(threadId: string) {
  const client = useQueryClient();
  const toasts = useToast();
  const drafts = useDrafts();
  const { t } = useTranslation('inbox');
  const undo = async (reply: Reply) => {
    // What is being written now is joined with what comes back, on the server.
    await drafts.saveNow(threadId);
    await call(undoReply, { params: { replyId: reply.id } });
    void client.invalidateQueries({ queryKey: threadKey(threadId) });
  };
  return (reply: Reply, name: string) => {
    const heldUntil = Date.parse(reply.holdUntil ?? '');
    const seconds = Math.round((heldUntil - serverNow()) / 1000);
    const title = t('sent.title', { name });
    if (reply.state === 'awaiting-approval') {
      const detail = t('replyStates.awaiting-approval');
      return toasts.show({ title, detail, undo: () => undo(reply), undone: t('done.takenBackDetail') });
    }
    if (reply.state !== 'queued' || !(seconds > 0))
      return toasts.show({ title, detail: t(`replyStates.${reply.state}`) });
    return toasts.show({
      title,
      detail: t('willPublish', { seconds }),
      seconds,
      undo: () => undo(reply),
      about: reply.id,
      undone: t('done.takenBackDetail'),
      tooLate: () => (serverNow() > heldUntil ? 'reply.not_undoable' : null),
    });
  };
}
