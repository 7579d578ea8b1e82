import { type GuestLink, revokeGuest } from '@stammgast/shared/contract/guests';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { Button } from '../../../components/button.tsx';
import { useProblemText } from '../../../components/problem-text.ts';
import { useToast } from '../../../components/toast.tsx';
import { useInstantWords } from '../../../components/use-instant-words.ts';
import { guestsKey, guestsQuery } from './guests-query.ts';

/** The links that were made for this thread; open ones can be revoked. */
export function GuestList({ threadId }: { threadId: string }) {
  const { t } = useTranslation('approval');
  const instant = useInstantWords();
  const toast = useToast();
  const problemText = useProblemText('approval');
  const client = useQueryClient();
  const guests = useQuery(guestsQuery(threadId)).data ?? [];
  const revoking = useMutation({
    mutationFn: ({ id }: GuestLink) => call(revokeGuest, { params: { guestId: id } }),
    onSuccess: (_, { guestName }) => toast.show({ title: t('guests.revoked', { name: guestName }) }),
    onError: (error) => toast.show({ title: problemText(error), failed: true }),
    onSettled: () => client.invalidateQueries({ queryKey: guestsKey(threadId) }),
  });
  if (guests.length === 0) return null;
  return (
    <section>
      <h3 className="label">{t('guests.title')}</h3>
      <ul className="plain-list">
        {guests.map((guest) => (
          <li key={guest.id}>
            <span className="two-lines">
              {guest.guestName}
              <small>{t(`guests.purposes.${guest.purpose}`, { who: guest.invitedBy ?? t('somebody') })}</small>
            </span>
            <span className="muted">{t(`guests.states.${guest.state}`, { until: instant(guest.expiresAt) })}</span>
            {guest.state === 'open' && (
              <Button
                kind="danger"
                className="end"
                disabled={revoking.isPending}
                onClick={() => revoking.mutate(guest)}
                aria-label={t('guests.revokeOf', { name: guest.guestName })}
              >
                {t('guests.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
