import {
  assignThread,
  reopenThread,
  resolveThread,
  type Thread,
  type ThreadRow,
} from '@stammgast/shared/contract/threads';
import type { ResolveReason } from '@stammgast/shared/domain/thread-status';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useMe } from '../../../api/me.ts';
import { codeOf } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';
import { putRow, threadKey } from '../../../live/patch-cache.ts';
import { useLatestRow } from './use-thread.ts';

type Outcome = 'done' | 'reason-needed' | 'refused';

/** Whether somebody has answered in public, as far as the browser knows. */
export function isAnswered(row: ThreadRow, thread: Thread | undefined): boolean {
  if (row.status === 'waiting') return true;
  return thread?.replies.some((reply) => reply.state === 'published' || reply.state === 'accepted') ?? false;
}

const claimed = (assigneeId: string | null, me: string) =>
  assigneeId === null ? 'done.unassigned' : assigneeId === me ? 'done.claimed' : 'done.assigned';

/**
 * What one does to a thread. Shown at once, sent one after the other, taken back with a reason when the server refuses.
 */
export function useWork() {
  const client = useQueryClient();
  const me = useMe();
  const toasts = useToast();
  const latest = useLatestRow();
  const { t } = useTranslation(['inbox', 'problems']);
  const chain = useRef(Promise.resolve());

  /** Rejects with the refusal; the row is as it was then. */
  const change = (
    given: ThreadRow,
    shown: Partial<ThreadRow>,
    send: (version: number) => Promise<ThreadRow>,
  ): Promise<void> => {
    const before = latest(given);
    putRow(client, { ...before, ...shown }, me.id);
    const run = async () => {
      try {
        putRow(client, await send(latest(before).version), me.id);
        void client.invalidateQueries({ queryKey: ['counts'] });
      } catch (error) {
        putRow(client, before, me.id);
        void client.invalidateQueries({ queryKey: threadKey(before.id) });
        throw error;
      }
    };
    const done = chain.current.then(run);
    chain.current = done.catch(() => undefined);
    return done;
  };

  /** Says why it was refused. */
  const attempt = async (name: string, changing: Promise<void>): Promise<Outcome> => {
    try {
      await changing;
      return 'done';
    } catch (error) {
      const code = codeOf(error);
      if (code === 'thread.reason_needed') return 'reason-needed';
      toasts.show({ title: t('refused', { name }), detail: t(`problems:${code}`), failed: true });
      return 'refused';
    }
  };

  /** At once, so that a quick `z` undoes this and not what came before; steps are sent one after the other anyway. */
  const offerUndo = (title: string, row: ThreadRow, undo: () => Promise<void>) =>
    toasts.show({ title, detail: row.author.name, undo });

  const assignTo = (row: ThreadRow, assigneeId: string | null) =>
    change(row, { assigneeId }, (version) =>
      call(assignThread, { params: { threadId: row.id }, body: { assigneeId, version } }),
    );

  const assign = async (row: ThreadRow, assigneeId: string | null, who: string | null) => {
    const previous = row.assigneeId;
    if (previous === assigneeId) return;
    const title = t(claimed(assigneeId, me.id), { who });
    const hide = offerUndo(title, row, () => assignTo(latest(row), previous));
    if ((await attempt(row.author.name, assignTo(row, assigneeId))) !== 'done') hide();
  };

  const openAgain = (row: ThreadRow) =>
    change(row, { status: 'open', resolvedReason: null, resolvedBy: null }, () =>
      call(reopenThread, { params: { threadId: row.id } }),
    );

  const resolve = async (row: ThreadRow, reason?: ResolveReason): Promise<Outcome> => {
    const body = reason ? { reason } : {};
    const shown = { status: 'resolved', resolvedReason: reason ?? 'answered', resolvedBy: me.id } as const;
    const hide = offerUndo(t('done.resolved'), row, () => openAgain(latest(row)));
    const resolving = change(row, shown, (version) =>
      call(resolveThread, { params: { threadId: row.id }, body: { ...body, version } }),
    );
    const outcome = await attempt(row.author.name, resolving);
    if (outcome !== 'done') hide();
    return outcome;
  };

  const reopen = (row: ThreadRow) => attempt(row.author.name, openAgain(row));

  return { assign, resolve, reopen };
}
