import { invitePerson } from '@stammgast/shared/contract/team';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { LinkDialog } from '../../components/link-dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useForm } from '../../components/use-form.ts';
import { type Membership, RoleAndChannels } from './role-and-channels.tsx';

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('team');
  const [made, setMade] = useState<{ name: string; link: string } | null>(null);
  return made ? (
    <LinkDialog
      words={{
        title: t('link.title', { name: made.name }),
        once: t('link.once'),
        label: t('link.label'),
        done: t('link.done'),
      }}
      link={made.link}
      onClose={onClose}
    />
  ) : (
    <InviteForm onClose={onClose} onMade={(name, link) => setMade({ name, link })} />
  );
}

function InviteForm({ onClose, onMade }: { onClose: () => void; onMade: (name: string, link: string) => void }) {
  const { t } = useTranslation('team');
  const problemText = useProblemText('team');
  const queryClient = useQueryClient();
  const [membership, setMembership] = useState<Membership>({ role: 'agent', channelIds: [] });
  const form = useForm({ name: '', email: '' }, ({ name, email }) => ({
    ...(name.trim() === '' && { name: t('form.required') }),
    ...(!/^\S+@\S+\.\S+$/.test(email.trim()) && { email: t('form.emailWrong') }),
  }));
  const inviting = useMutation({
    mutationFn: ({ name, email }: { name: string; email: string }) =>
      call(invitePerson, {
        body: {
          name,
          email: email.trim(),
          role: membership.role,
          channelIds: membership.role === 'admin' ? [] : [...membership.channelIds],
        },
      }),
    onSuccess: ({ invitation, link }) => {
      void queryClient.invalidateQueries({ queryKey: ['people'] });
      onMade(invitation.name, link);
    },
  });
  return (
    <Dialog
      title={t('form.inviteTitle')}
      onClose={onClose}
      onSubmit={() => form.submit((values) => inviting.mutate(values))}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" busy={inviting.isPending}>
            {inviting.isPending ? t('form.creating') : t('form.create')}
          </Button>
        </>
      }
    >
      <div className="form" ref={form.frame}>
        {inviting.isError && <Notice kind="error">{problemText(inviting.error)}</Notice>}
        <Field label={t('form.name')} autoComplete="off" maxLength={80} autoFocus {...form.bind('name')} />
        <Field
          label={t('form.email')}
          type="email"
          inputMode="email"
          autoComplete="off"
          maxLength={254}
          {...form.bind('email')}
        />
        <RoleAndChannels value={membership} onChange={setMembership} />
      </div>
    </Dialog>
  );
}
