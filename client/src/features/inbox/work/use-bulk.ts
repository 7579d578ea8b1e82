import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { type BulkAction, type BulkResult, type Skipped, workOnThreads } from '@stammgast/shared/contract/work';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useMe } from '../../../api/me.ts';
import { codeOf } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';
import { loadPageWords } from '../../../i18n/setup.ts';
import { showAction } from './show-action.ts';

/** What an action is meant for: these rows or, with a search, everything that it finds, of which these are loaded. */
export interface Targets {
  readonly rows: readonly ThreadRow[];
  readonly q?: string | undefined;
}

const deedOf = (action: BulkAction) =>
  action.kind === 'assign' && action.assigneeId === null ? 'unassign' : action.kind;

/** One action on many threads: shown at once, told honestly, taken back as a whole. */
export function useBulk() {
  const client = useQueryClient();
  const me = useMe();
  const toasts = useToast();
  const { t } = useTranslation(['work', 'inbox', 'problems']);
  const [skipped, setSkipped] = useState<readonly Skipped[]>([]);

  const refresh = () => {
    for (const key of ['counts', 'tags', 'thread']) void client.invalidateQueries({ queryKey: [key] });
  };
  const takeBack = async (undo: BulkResult['undo']) => {
    for (const part of undo) await call(workOnThreads, { body: part });
    await client.invalidateQueries({ queryKey: ['queue'] });
    refresh();
  };
  const wordsFor = (action: BulkAction, count: number) =>
    count > 0 ? t(`result.did.${deedOf(action)}`, { count }) : t('result.nothing');
  const tell = (action: BulkAction, { done, skipped: left, more, undo }: BulkResult) => {
    const title = wordsFor(action, done.length);
    const rest = left.length > 0 ? t('result.skipped', { count: left.length }) : '';
    toasts.show({
      title: rest ? t('result.both', { done: title, rest }) : title,
      ...(more && { detail: t('result.more') }),
      ...(undo.length > 0 && { undo: () => takeBack(undo) }),
      ...(left.length > 0 && { action: { label: t('result.which'), run: () => setSkipped(left) } }),
    });
  };

  const run = async (action: BulkAction, { rows, q }: Targets) => {
    // Who is faster than the bar that brings the words is told in words nevertheless.
    const words = loadPageWords().catch(() => undefined);
    const end = showAction(client, action, rows, me.id);
    const body = q !== undefined ? { q, action } : { threadIds: rows.map((row) => row.id), action };
    const sending = call(workOnThreads, { body });
    let count = rows.length;
    let wanted = false;
    const undo = async () => {
      wanted = true;
      const result = await sending.catch(() => null);
      await words;
      // Nothing was done, which is told below.
      if (!result || result.undo.length === 0) return false;
      await takeBack(result.undo);
      return true;
    };
    // Before it is answered, so that a quick `z` undoes this and not what came before.
    const forget = toasts.begin(() => wordsFor(action, count), undo);
    try {
      const result = await sending;
      count = result.done.length;
      end(result.done);
      await words;
      forget();
      const takenBack = wanted && result.undo.length > 0;
      if (!takenBack) tell(action, result);
    } catch (error) {
      end([]);
      await words;
      forget();
      toasts.show({ title: t('result.refused'), detail: t(`problems:${codeOf(error)}`), failed: true });
    }
    refresh();
  };
  return { run, skipped, closeSkipped: () => setSkipped([]) };
}
