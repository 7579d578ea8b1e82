import { reopenThread, resolveThread, type Thread, type ThreadRow } from '@stammgast/shared/contract/threads';
import type { ResolveReason } from '@stammgast/shared/domain/thread-status';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { type Outcome, useChange } from '../work/use-change.ts';
import { useClaim } from '../work/use-claim.ts';
import { usePutOff } from '../work/use-put-off.ts';
import { useReadMarks } from '../work/use-reads.ts';
import { useTags } from '../work/use-tags.ts';

/** Whether somebody has answered in public, as far as the browser knows. */
export function isAnswered(row: ThreadRow, thread: Thread | undefined): boolean {
  if (row.status === 'waiting') return true;
  return thread?.replies.some((reply) => reply.state === 'published' || reply.state === 'accepted') ?? false;
}

/** What one does to a thread. */
export function useWork() {
  const { t } = useTranslation('inbox');
  const changing = useChange();
  const { change, attempt, offerUndo, latest, me } = changing;

  const openAgain = (row: ThreadRow) =>
    change(row, { status: 'open', resolvedReason: null, resolvedBy: null }, () =>
      call(reopenThread, { params: { threadId: row.id } }),
    );

  const resolve = async (row: ThreadRow, reason?: ResolveReason): Promise<Outcome> => {
    const body = reason ? { reason } : {};
    const shown = { status: 'resolved', resolvedReason: reason ?? 'answered', resolvedBy: me.id } as const;
    const hide = offerUndo(t('done.resolved'), row, () => openAgain(latest(row)));
    const resolving = change(row, { ...shown, snoozedUntil: null }, (version) =>
      call(resolveThread, { params: { threadId: row.id }, body: { ...body, version } }),
    );
    const outcome = await attempt(row.author.name, resolving);
    if (outcome !== 'done') hide();
    return outcome;
  };

  const reopen = (row: ThreadRow) => attempt(row.author.name, openAgain(row));

  return {
    resolve,
    reopen,
    ...useClaim(changing),
    ...usePutOff(changing),
    tag: useTags(changing),
    markRead: useReadMarks(changing),
  };
}
