import { mergeThreads, splitThread, type Thread, type ThreadRow } from '@stammgast/shared/contract/threads';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useMe } from '../../../api/me.ts';
import { codeOf } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';
import { putRow, threadKey } from '../../../live/patch-cache.ts';

/** Threads that are one, and comments that are a thread of their own: what people know better than the platform. */
export function useJoining() {
  const client = useQueryClient();
  const me = useMe();
  const toasts = useToast();
  const { t } = useTranslation(['joining', 'problems']);

  const shown = (...rows: readonly ThreadRow[]) => {
    for (const row of rows) {
      putRow(client, row, me.id);
      void client.invalidateQueries({ queryKey: threadKey(row.id) });
    }
    void client.invalidateQueries({ queryKey: ['counts'] });
  };
  const told = async (name: string, doing: Promise<void>) => {
    try {
      await doing;
    } catch (error) {
      toasts.show({ title: t('refused', { name }), detail: t(`problems:${codeOf(error)}`), failed: true });
    }
  };
  const splitOff = async (threadId: string, part: { commentIds: readonly string[]; noteIds?: readonly string[] }) => {
    const body = { commentIds: [...part.commentIds], ...(part.noteIds && { noteIds: [...part.noteIds] }) };
    const { row, split } = await call(splitThread, { params: { threadId }, body });
    shown(row, split);
    return split;
  };
  const join = async (threadId: string, from: readonly string[]) => {
    const { row, merged } = await call(mergeThreads, { params: { threadId }, body: { from: [...from] } });
    shown(row);
    return merged;
  };

  const merge = async (row: ThreadRow, others: readonly ThreadRow[]) => {
    const merged = await join(
      row.id,
      others.map((one) => one.id),
    );
    toasts.show({
      title: t('merged', { count: merged.length }),
      detail: row.author.name,
      undo: async () => {
        for (const part of merged) await splitOff(row.id, part);
      },
      undone: t('newNumbers'),
    });
  };
  const split = async (row: ThreadRow, commentIds: readonly string[]) => {
    const part = await splitOff(row.id, { commentIds });
    toasts.show({
      title: t('split', { number: part.number }),
      detail: part.author.name,
      undo: () => join(row.id, [part.id]),
    });
  };
  return {
    merge: (row: ThreadRow, others: readonly ThreadRow[]) => told(row.author.name, merge(row, others)),
    split: (row: ThreadRow, commentIds: readonly string[]) => told(row.author.name, split(row, commentIds)),
  };
}

/** Everything that goes along when these comments are chosen: what answers them, and what answers that. */
export function withAnswers({ comments }: Pick<Thread, 'comments'>, chosen: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(chosen);
  let before = -1;
  while (before < all.size) {
    before = all.size;
    for (const { id, parentId } of comments) if (parentId && all.has(parentId)) all.add(id);
  }
  return all;
}
