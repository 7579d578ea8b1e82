import { type Channel, removeChannel } from '@stammgast/shared/contract/channels';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';

interface DisconnectDialogProps {
  readonly channel: Channel;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

export function DisconnectDialog({ channel: { id, name }, onClose, onGone }: DisconnectDialogProps) {
  const { t } = useTranslation('channels');
  const problemText = useProblemText('channels');
  const toast = useToast();
  const queryClient = useQueryClient();
  const removing = useMutation({
    mutationFn: () => call(removeChannel, { params: { channelId: id } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['channels'] });
      toast.show({ title: t('disconnect.done', { name }) });
      onClose();
      onGone();
    },
  });
  return (
    <Dialog
      title={t('disconnect.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" size="lg" busy={removing.isPending} onClick={() => removing.mutate()}>
            {t('disconnect.confirm', { name })}
          </Button>
          <Button size="lg" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('disconnect.text')}</p>
      {removing.isError && <Notice kind="error">{problemText(removing.error)}</Notice>}
    </Dialog>
  );
}
