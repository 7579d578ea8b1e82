import { listModerations } from '@stammgast/shared/contract/moderation';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useMe } from '../../../api/me.ts';
import { Icon } from '../../../components/icon.tsx';

/** How many requests to hide something wait for this person; leads to the oldest. Their own wait for others. */
export function WaitingRequests({ onOpen }: { onOpen: (threadId: string) => void }) {
  const { t } = useTranslation('inbox');
  const me = useMe();
  const { data } = useQuery({
    // Asked again together with the numbers of the views: every request and decision is a fact of its thread.
    queryKey: ['counts', 'moderations'],
    queryFn: ({ signal }) => call(listModerations, { signal }),
  });
  const waiting = (data?.waiting ?? []).filter(({ moderation }) => moderation.requestedBy !== me.id);
  const [first] = waiting;
  if (!first) return null;
  return (
    <button type="button" className="link" onClick={() => onOpen(first.threadId)}>
      <Icon name="lock" /> {t('requests', { count: waiting.length })}
    </button>
  );
}
