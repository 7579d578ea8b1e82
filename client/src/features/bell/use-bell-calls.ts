import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../api/me.ts';
import { useAnnounce } from '../../components/announcer.tsx';
import { unreadQuery } from './bell-query.ts';
import { play } from './sounds.ts';

/** Says that the bell has rung, where the person wants to hear it. What was there already at the start is not said. */
export function useBellCalls(): void {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { announce: says = 'all', notify } = usePreferences();
  const unread = useQuery(unreadQuery).data?.unread;
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    const rang = before.current !== undefined && unread !== undefined && unread > before.current;
    before.current = unread;
    if (!rang) return;
    if (says !== 'off') announce(t('bellRang', { count: unread }));
    if (notify?.sound) play(notify.sound);
  }, [unread, says, notify?.sound, announce, t]);
}
