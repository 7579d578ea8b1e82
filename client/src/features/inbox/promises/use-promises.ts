import { addPromise, changePromise, type PromiseMade } from '@stammgast/shared/contract/promises';
import type { Thread } from '@stammgast/shared/contract/threads';
import { nextPromiseState, type PromiseStep } from '@stammgast/shared/domain/promise-status';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { codeOf } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';
import { threadKey } from '../../../live/patch-cache.ts';

export type Step = Exclude<PromiseStep, 'expire'>;

/** What takes a step back, by the state from which it was taken. */
const undoing = (promise: PromiseMade): Step => (promise.state === 'suggested' ? 'suggest' : 'reopen');

/** What one does with our promises in a thread: shown at once, taken back with a reason when it is refused. */
export function usePromises(threadId: string) {
  const client = useQueryClient();
  const toasts = useToast();
  const { t } = useTranslation(['promises', 'problems']);

  const put = (promise: PromiseMade) =>
    client.setQueryData<Thread>(
      threadKey(threadId),
      (thread) =>
        thread && { ...thread, promises: thread.promises.map((one) => (one.id === promise.id ? promise : one)) },
    );
  const send = async (before: PromiseMade, step: Step, dueAt?: string) => {
    const state = nextPromiseState(before.state, step) ?? before.state;
    put({ ...before, state, dueAt: dueAt ?? before.dueAt });
    try {
      const body = dueAt ? { step, dueAt } : { step };
      put(await call(changePromise, { params: { promiseId: before.id }, body }));
    } catch (error) {
      put(before);
      throw error;
    } finally {
      void client.invalidateQueries({ queryKey: threadKey(threadId) });
    }
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
