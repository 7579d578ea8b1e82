import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { type ApiProblem, codeOf, isApiProblem } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';
import type { Toast } from '../../../components/toast-card.tsx';
import { putRow, threadKey } from '../../../live/patch-cache.ts';
import { beginStep, endStep } from '../../../live/unanswered.ts';
import { useLatestRow } from '../thread/use-thread.ts';

export type Outcome = 'done' | 'reason-needed' | 'refused';

/** A refusal that offers a way on; null: it is said as any other. */
export type Explain = (problem: ApiProblem) => Toast | null;

/**
 * How threads are changed from here: shown at once, sent one after the other, taken back with a reason when the server
 * refuses.
 */
export function useChange() {
  const client = useQueryClient();
  const me = useMe();
  const toasts = useToast();
  const latest = useLatestRow();
  const { t } = useTranslation(['inbox', 'problems']);
  const chain = useRef(Promise.resolve());

  /** Rejects with the refusal; of the row only what else was done to it is left then. */
  const change = (
    given: ThreadRow,
    shown: Partial<ThreadRow>,
    send: (version: number) => Promise<ThreadRow>,
  ): Promise<void> => {
    const step = { ...shown };
    const before = beginStep(client, latest(given), step);
    putRow(client, before, me.id);
    const run = async () => {
      try {
        const answer = await send(latest(before).version);
        putRow(client, endStep(client, before, step, answer), me.id);
        void client.invalidateQueries({ queryKey: ['counts'] });
      } catch (error) {
        putRow(client, endStep(client, before, step), me.id);
        void client.invalidateQueries({ queryKey: threadKey(before.id) });
        throw error;
      }
    };
    const done = chain.current.then(run);
    chain.current = done.catch(() => undefined);
    return done;
  };

  /** Says why it was refused. */
  const attempt = async (name: string, changing: Promise<void>, explain?: Explain): Promise<Outcome> => {
    try {
      await changing;
      return 'done';
    } catch (error) {
      const code = codeOf(error);
      if (code === 'thread.reason_needed') return 'reason-needed';
      const explained = isApiProblem(error) ? explain?.(error) : null;
      toasts.show(explained ?? { title: t('refused', { name }), detail: t(`problems:${code}`), failed: true });
      return 'refused';
    }
  };

  /** At once, so that a quick `z` undoes this and not what came before; steps are sent one after the other anyway. */
  const offerUndo = (title: string, row: ThreadRow, undo: () => Promise<void>) =>
    toasts.show({ title, detail: row.author.name, undo });

  return { change, attempt, offerUndo, latest, me, toasts };
}

export type Changing = ReturnType<typeof useChange>;
