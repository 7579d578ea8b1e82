import { assignThread, type ThreadRow } from '@stammgast/shared/contract/threads';
import { claimThread, releaseThread } from '@stammgast/shared/contract/work';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { putRow } from '../../../live/patch-cache.ts';
import { toldOf } from '../../../live/unanswered.ts';
import type { Changing, Explain } from './use-change.ts';

/** Who answers: I, a colleague, nobody. Of two people at once one gets a thread; the other is told who. */
export function useClaim({ change, attempt, offerUndo, latest, me, toasts }: Changing) {
  const client = useQueryClient();
  const { t } = useTranslation('inbox');
  const shown = (row: ThreadRow, assigneeId: string | null) => ({ assigneeId, claim: latest(row).claim + 1 });

  const assignTo = (row: ThreadRow, assigneeId: string | null) =>
    change(row, shown(row, assigneeId), () =>
      call(assignThread, { params: { threadId: row.id }, body: { assigneeId } }),
    );

  const giveBack = (row: ThreadRow) =>
    change(row, shown(row, null), () => call(releaseThread, { params: { threadId: row.id } }));

  const says = (row: ThreadRow, who: string, claim: number) => ({
    title: t('claimedBy', { who }),
    detail: row.author.name,
    failed: true,
    action: { label: t('takeOver'), run: () => void take(latest(row), claim) },
  });

  const lost =
    (row: ThreadRow): Explain =>
    ({ code, context }) => {
      if (code !== 'thread.claimed') return null;
      const claim = Number(context.claim);
      const known = toldOf(client, latest(row));
      if (known.claim <= claim) putRow(client, { ...known, assigneeId: context.personId ?? null, claim }, me.id);
      return says(row, context.personName ?? '', claim);
    };

  const take = async (row: ThreadRow, takeOverFrom?: number) => {
    const previous = row.assigneeId;
    const title = t(takeOverFrom === undefined ? 'done.claimed' : 'done.takenOver');
    const undo = () => (previous === null ? giveBack(latest(row)) : assignTo(latest(row), previous));
    const hide = offerUndo(title, row, undo);
    const body = takeOverFrom === undefined ? {} : { takeOverFrom };
    const taking = change(row, shown(row, me.id), () => call(claimThread, { params: { threadId: row.id }, body }));
    if ((await attempt(row.author.name, taking, lost(row))) !== 'done') hide();
  };

  const release = async (row: ThreadRow) => {
    const hide = offerUndo(t('done.unassigned'), row, () => assignTo(latest(row), me.id));
    if ((await attempt(row.author.name, giveBack(row), lost(row))) !== 'done') hide();
  };

  return {
    /** Takes what nobody has, gives back what is mine, and tells who has the rest. */
    claim: (row: ThreadRow, nameOf: (personId: string) => string) => {
      if (row.assigneeId === null) void take(row);
      else if (row.assigneeId === me.id) void release(row);
      else toasts.show(says(row, nameOf(row.assigneeId), row.claim));
    },
    takeOver: (row: ThreadRow) => {
      if (row.assigneeId === null) void take(row);
      else if (row.assigneeId !== me.id) void take(row, row.claim);
    },
    assign: async (row: ThreadRow, assigneeId: string | null, who: string | null) => {
      const previous = row.assigneeId;
      if (previous === assigneeId) return;
      if (assigneeId === me.id && previous === null) return take(row);
      const title = t(
        assigneeId === null ? 'done.unassigned' : assigneeId === me.id ? 'done.takenOver' : 'done.assigned',
        { who },
      );
      const hide = offerUndo(title, row, () => assignTo(latest(row), previous));
      if ((await attempt(row.author.name, assignTo(row, assigneeId), lost(row))) !== 'done') hide();
    },
  };
}
