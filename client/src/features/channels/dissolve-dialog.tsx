import { removeTeam, type Team } from '@stammgast/shared/contract/teams';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';

interface DissolveDialogProps {
  readonly team: Team;
  readonly onClose: () => void;
  readonly onDissolved: (teamId: string) => void;
}

export function DissolveDialog({ team: { id, name }, onClose, onDissolved }: DissolveDialogProps) {
  const { t } = useTranslation('channels');
  const problemText = useProblemText('channels');
  const toast = useToast();
  const queryClient = useQueryClient();
  const removing = useMutation({
    mutationFn: () => call(removeTeam, { params: { teamId: id } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['channels'] });
      toast.show({ title: t('teams.removed', { name }) });
      onDissolved(id);
      onClose();
    },
  });
  return (
    <Dialog
      title={t('teams.removeOf', { name })}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" size="lg" busy={removing.isPending} onClick={() => removing.mutate()}>
            {t('teams.removeOf', { name })}
          </Button>
          <Button size="lg" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('teams.removeText')}</p>
      {removing.isError && <Notice kind="error">{problemText(removing.error)}</Notice>}
    </Dialog>
  );
}
