import { removePolicy, type SlaPolicy } from '@stammgast/shared/contract/sla';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';

export function RemovePolicyDialog({ policy: { id, name }, onClose }: { policy: SlaPolicy; onClose: () => void }) {
  const { t } = useTranslation('deadlines');
  const problemText = useProblemText('deadlines');
  const toast = useToast();
  const queryClient = useQueryClient();
  const removing = useMutation({
    mutationFn: () => call(removePolicy, { params: { policyId: id } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['deadlines'] });
      toast.show({ title: t('removeDialog.done', { name }) });
      onClose();
    },
  });
  return (
    <Dialog
      title={t('removeDialog.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" size="lg" busy={removing.isPending} onClick={() => removing.mutate()}>
            {t('removeDialog.confirm', { name })}
          </Button>
          <Button size="lg" onClick={onClose}>
            {t('form.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('removeDialog.text')}</p>
      {removing.isError && <Notice kind="error">{problemText(removing.error)}</Notice>}
    </Dialog>
  );
}
