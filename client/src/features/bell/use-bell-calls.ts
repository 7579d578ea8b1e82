import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, usePreferences } from '../../api/me.ts';
import { useAnnounce } from '../../components/announcer.tsx';
import { play } from '../../components/sounds.ts';
import { unreadQuery } from './bell-query.ts';

/** Says that the bell has rung, where the person wants to hear it. What was there already at the start is not said. */
export function useBellCalls(): void {
  useDevice();
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { announce: says = 'all', notify } = usePreferences();
  const unread = useQuery(unreadQuery).data?.unread;
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    const rang = before.current !== undefined && unread !== undefined && unread > before.current;
    before.current = unread;
    if (!rang) return;
    if (says !== 'off') announce('bell', t('bellRang', { count: unread }));
    if (notify?.sound) play(notify.sound);
  }, [unread, says, notify?.sound, announce, t]);
}

/** A browser that had desktop notifications has them again after a new sign-in, and a click on one leads here. */
function useDevice(): void {
  const { history } = useRouter();
  const { id: personId } = useMe();
  useEffect(() => {
    const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
    const lead = ({ data }: MessageEvent<{ path?: unknown }>) => {
      if (typeof data.path === 'string' && data.path.startsWith('/')) history.push(data.path);
    };
    worker?.addEventListener('message', lead);
    // Only who has switched it on in this browser has a worker here.
    void worker
      ?.getRegistration()
      .then((known) => known && import('../../api/keep-push.ts').then((push) => push.keepPush(personId)))
      .catch(() => undefined);
    return () => worker?.removeEventListener('message', lead);
  }, [history, personId]);
}
