import { changePerson, type Person } from '@stammgast/shared/contract/team';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Switch } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { type Membership, RoleAndChannels } from './role-and-channels.tsx';

export function PersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('team');
  const problemText = useProblemText('team');
  const toast = useToast();
  const queryClient = useQueryClient();
  const [membership, setMembership] = useState<Membership>(person);
  const [active, setActive] = useState(person.active);
  const saving = useMutation({
    mutationFn: () =>
      call(changePerson, {
        params: { personId: person.id },
        body: { role: membership.role, channelIds: [...membership.channelIds], active },
      }),
    onSuccess: (changed) => {
      void queryClient.invalidateQueries({ queryKey: ['people'] });
      void queryClient.invalidateQueries({ queryKey: ['colleagues'] });
      toast.show({ title: t('form.saved', { name: changed.name }) });
      onClose();
    },
  });
  return (
    <Dialog
      title={t('editPerson', { name: person.name })}
      onClose={onClose}
      onSubmit={() => saving.mutate()}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" busy={saving.isPending}>
            {saving.isPending ? t('form.saving') : t('form.save')}
          </Button>
        </>
      }
    >
      <div className="form">
        {saving.isError && <Notice kind="error">{problemText(saving.error)}</Notice>}
        <RoleAndChannels value={membership} onChange={setMembership} />
        <fieldset className="group">
          <legend>{t('form.access')}</legend>
          <Switch label={t('form.mayEnter')} checked={active} onChange={(event) => setActive(event.target.checked)} />
          <p className="hint">{t('form.accessHint')}</p>
        </fieldset>
      </div>
    </Dialog>
  );
}
