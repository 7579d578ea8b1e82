import type { Fact } from '@stammgast/shared/contract/live';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.ts';
import { colleaguesQuery } from '../api/people-and-channels.ts';
import { useToast } from '../components/toast.tsx';
import { onNews } from '../live/news.ts';
import { mentionsKey } from '../live/patch-cache.ts';

/** Says at once that a colleague has called this person into a thread; until it was opened it is listed. */
export function useMentionCalls(): void {
  const client = useQueryClient();
  const me = useMe();
  const toasts = useToast();
  const navigate = useNavigate();
  const { t } = useTranslation('inbox');
  const call = async ({ personId, threadId, thread }: Fact) => {
    const { colleagues } = await client.ensureQueryData({ ...colleaguesQuery });
    const who = colleagues.find((one) => one.id === personId)?.name ?? '';
    void client.invalidateQueries({ queryKey: mentionsKey });
    if (!threadId) return;
    const run = () => void navigate({ to: '/inbox/$threadId', params: { threadId }, search: {} });
    toasts.show({
      title: t('mentionedBy', { who }),
      ...(thread && { detail: thread.author.name }),
      action: { label: t('ghost.open'), run },
    });
  };
  const latest = useRef(call);
  latest.current = call;
  useEffect(
    () =>
      onNews((facts) => {
        for (const fact of facts) {
          if (fact.personId !== me.id && fact.mentions?.includes(me.id)) void latest.current(fact);
        }
      }),
    [me.id],
  );
}
