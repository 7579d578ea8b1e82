import { type Invitation, withdrawInvitation } from '@stammgast/shared/contract/team';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { useInstantWords } from '../../components/use-instant-words.ts';

export function InvitationList({ invitations }: { invitations: readonly Invitation[] }) {
  const { t } = useTranslation('team');
  const words = useInstantWords();
  const toast = useToast();
  const problemText = useProblemText('team');
  const queryClient = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: (invitation: Invitation) => call(withdrawInvitation, { params: { invitationId: invitation.id } }),
    onSuccess: (_, { name }) => toast.show({ title: t('invitations.withdrawn', { name }) }),
    onError: (error) => toast.show({ title: problemText(error), failed: true }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <section>
      <header className="block-head">
        <h2>{t('invitations.title')}</h2>
      </header>
      {invitations.length === 0 && <p className="muted">{t('invitations.none')}</p>}
      <ul className="plain-list">
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <span className="two-lines">
              {invitation.name}
              <small>{invitation.email}</small>
            </span>
            <span>{t(`common:roles.${invitation.role}`)}</span>
            <span className="muted">{t('invitations.expires', { until: words(invitation.expiresAt) })}</span>
            <Button
              kind="danger"
              className="end"
              disabled={withdrawing.isPending}
              onClick={() => withdrawing.mutate(invitation)}
              aria-label={t('invitations.withdrawOf', { name: invitation.name })}
            >
              {t('invitations.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
