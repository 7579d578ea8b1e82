import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnread, noReads, type Reads, readsIn, readsKey } from '../../../live/reads.ts';
import { storeRead } from './store-read.ts';
import type { Changing } from './use-change.ts';

export function useReads(): Reads {
  const query = { queryKey: readsKey, queryFn: () => noReads, enabled: false, gcTime: Number.POSITIVE_INFINITY };
  return useQuery(query).data ?? noReads;
}

/** Read or unread by hand; both can be taken back. */
export function useReadMarks({ attempt, offerUndo, latest }: Changing) {
  const client = useQueryClient();
  const { t } = useTranslation('inbox');
  return async (given: ThreadRow, read: boolean) => {
    const row = latest(given);
    const before = readsIn(client)[row.id];
    if (isUnread(row, readsIn(client)) !== read) return;
    const hide = offerUndo(t(read ? 'done.read' : 'done.unread'), row, () => storeRead(client, row.id, before));
    const storing = storeRead(client, row.id, read ? row.lastActivityAt : undefined);
    if ((await attempt(row.author.name, storing)) !== 'done') hide();
  };
}

/** What is open is read, up to what is on the page; what was marked as unread stays so until somebody speaks again. */
export function useReadWhileOpen(row: ThreadRow | undefined): void {
  const client = useQueryClient();
  const id = row?.id;
  const until = row?.lastActivityAt;
  useEffect(() => {
    if (id === undefined || until === undefined) return;
    if (!isUnread({ id, lastActivityAt: until }, readsIn(client))) return;
    // A mark that could not be stored only looks unread again: nothing to tell anybody.
    storeRead(client, id, until).then(
      () => void client.invalidateQueries({ queryKey: ['counts'] }),
      () => undefined,
    );
  }, [client, id, until]);
}
