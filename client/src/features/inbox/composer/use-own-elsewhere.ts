import { listDrafts } from '@stammgast/shared/contract/drafts';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '../../../api/call.ts';
import { useMe } from '../../../api/me.ts';
import { useLive } from '../../../live/live.tsx';
import { useWritingOneself } from '../../../live/presence.ts';
import type { Desk } from './draft-desk.ts';
import { useDesk } from './use-draft.ts';

/** As often as a colleague's draft is read along. */
const READ_ALONG_MS = 2000;

/** The desk takes what it may: where something is being written here, that stays. */
const ownQuery = (desk: Desk, personId: string, threadId: string) =>
  queryOptions({
    queryKey: ['own-drafts', threadId],
    queryFn: async ({ signal }) => {
      const lay = desk.glance(threadId);
      const { drafts } = await call(listDrafts, { params: { threadId }, signal });
      lay(drafts.filter((draft) => draft.personId === personId));
      return null;
    },
    staleTime: 0,
    gcTime: 0,
  });

/**
 * What one writes in another window or on another device stands here too: as it grows, and at once for who comes back to
 * this window. `writing`: the keys are moving here.
 */
export function useOwnElsewhere(threadId: string, writing: boolean): void {
  const desk = useDesk();
  const { id } = useMe();
  const { paused } = useLive();
  const client = useQueryClient();
  const elsewhere = useWritingOneself(threadId) && !writing && !paused;
  const query = ownQuery(desk, id, threadId);
  useQuery({ ...query, enabled: elsewhere, refetchInterval: READ_ALONG_MS });
  const ask = useRef(() => {});
  ask.current = () => {
    if (!paused && !document.hidden) void client.fetchQuery(query).catch(() => undefined);
  };
  useEffect(() => {
    const come = () => ask.current();
    window.addEventListener('focus', come);
    document.addEventListener('visibilitychange', come);
    return () => {
      window.removeEventListener('focus', come);
      document.removeEventListener('visibilitychange', come);
    };
  }, []);
  // The last words came after the last look.
  const was = useRef(elsewhere);
  useEffect(() => {
    if (was.current && !elsewhere) ask.current();
    was.current = elsewhere;
  }, [elsewhere]);
}
