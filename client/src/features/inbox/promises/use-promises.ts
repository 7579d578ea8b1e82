import { addPromise, changePromise, type PromiseMade } from '@stammgast/shared/contract/promises';
import { nextPromiseState, type PromiseStep } from '@stammgast/shared/domain/promise-status';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { codeOf } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';
import { changePart } from '../../../live/parts.ts';
import { threadKey } from '../../../live/patch-cache.ts';

export type Step = Exclude<PromiseStep, 'expire'>;

/** What takes a step back, by the state from which it was taken. */
const undoing = (promise: PromiseMade): Step => (promise.state === 'suggested' ? 'suggest' : 'reopen');

/** What one does with our promises in a thread: shown at once, taken back with a reason when it is refused. */
export function usePromises(threadId: string) {
  const client = useQueryClient();
  const toasts = useToast();
  const { t } = useTranslation(['promises', 'problems']);

  const send = (stands: PromiseMade, step: Step, dueAt?: string) => {
    const state = nextPromiseState(stands.state, step) ?? stands.state;
    const body = dueAt ? { step, dueAt } : { step };
    return changePart(client, {
      ...{ threadId, list: 'promises', stands, step: { state, ...(dueAt && { dueAt }) } },
      send: () => call(changePromise, { params: { promiseId: stands.id }, body }),
      partOf: (answer) => answer,
    });
  };
  const refused = (error: unknown) =>
    toasts.show({ title: t('refused'), detail: t(`problems:${codeOf(error)}`), failed: true });

  return {
    take: (promise: PromiseMade, step: Step, dueAt?: string) => {
      const undo = () =>
        send({ ...promise, state: nextPromiseState(promise.state, step) ?? promise.state }, undoing(promise));
      // A new time for an open promise has no way back but another one.
      const undoable = !(step === 'confirm' && promise.state !== 'suggested');
      const hide = toasts.show({ title: t(`done.${step}`), detail: promise.words, ...(undoable && { undo }) });
      void send(promise, step, dueAt).catch((error) => {
        hide();
        refused(error);
      });
    },
    add: async (words: string, dueAt: string): Promise<boolean> => {
      try {
        await call(addPromise, { params: { threadId }, body: { words, dueAt } });
        toasts.show({ title: t('done.add'), detail: words });
        return true;
      } catch (error) {
        refused(error);
        return false;
      } finally {
        void client.invalidateQueries({ queryKey: threadKey(threadId) });
      }
    },
  };
}
