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

  const attempt = (
    given: ThreadRow,
    change: Partial<ThreadRow>,
    send: (version: number) => Promise<ThreadRow>,
  ): Promise<Outcome> => {
    const before = latest(given);
    putRow(client, { ...before, ...change }, me.id);
    const run = async (): Promise<Outcome> => {
      try {
        putRow(client, await send(latest(before).version), me.id);
        void client.invalidateQueries({ queryKey: ['counts'] });
        return 'done';
      } catch (error) {
        const code = codeOf(error);
        putRow(client, before, me.id);
        void client.invalidateQueries({ queryKey: threadKey(before.id) });
        if (code === 'thread.reason_needed') return 'reason-needed';
        toasts.show({ title: t('refused', { name: before.author.name }), detail: t(`problems:${code}`), failed: true });
        return 'refused';
      }
    };
    const outcome = chain.current.then(run);
    chain.current = outcome.then(
      () => undefined,
      () => undefined,
    );
    return outcome;
  };

  /** At once, so that a quick `z` undoes this and not what came before; steps are sent one after the other anyway. */
  const offerUndo = (title: string, row: ThreadRow, undo: () => void) =>
    toasts.show({ title, detail: row.author.name, undo });

  const assign = (row: ThreadRow, assigneeId: string | null, who: string | null, undoable = true) => {
    const previous = row.assigneeId;
    if (previous === assigneeId) return;
    const params = { threadId: row.id };
    const title = claimed(assigneeId, me.id);
    const undo = () => assign(latest(row), previous, null, false);
    const hide = undoable ? offerUndo(t(title, { who }), row, undo) : undefined;
    void attempt(row, { assigneeId }, (version) => call(assignThread, { params, body: { assigneeId, version } })).then(
      (outcome) => outcome !== 'done' && hide?.(),
    );
  };

  const reopen = (row: ThreadRow) =>
    attempt(row, { status: 'open', resolvedReason: null, resolvedBy: null }, () =>
      call(reopenThread, { params: { threadId: row.id } }),
    );

  const resolve = async (row: ThreadRow, reason?: ResolveReason): Promise<Outcome> => {
    const body = reason ? { reason } : {};
    const change = { status: 'resolved', resolvedReason: reason ?? 'answered', resolvedBy: me.id } as const;
    const hide = offerUndo(t('done.resolved'), row, () => void reopen(latest(row)));
    const outcome = await attempt(row, change, (version) =>
      call(resolveThread, { params: { threadId: row.id }, body: { ...body, version } }),
    );
    if (outcome !== 'done') hide();
    return outcome;
  };

  return { assign, resolve, reopen };
}
