import { changeDeadlines, type DeadlineChange, previewDeadlines } from '@stammgast/shared/contract/sla';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { type Running, RunningDialog, type Touched } from './running-dialog.tsx';

interface Wanted {
  readonly change: DeadlineChange;
  /** What to say when it is done. */
  readonly done: string;
}

/**
 * Changes policies or calendars. Where clocks run that would be promised something else, the person decides first what
 * happens to them.
 */
export function useDeadlineChange(onDone?: () => void): {
  readonly propose: (change: DeadlineChange, done: string) => void;
  readonly busy: boolean;
  /** What went wrong, if anything did. */
  readonly words: string | null;
  /** Belongs into the page; nothing while there is no question. */
  readonly question: ReactNode;
} {
  const { t } = useTranslation('deadlines');
  const problemText = useProblemText('deadlines');
  const toast = useToast();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<(Wanted & Touched) | null>(null);
  const saving = useMutation({
    mutationFn: ({ change, running }: Wanted & { running: Running }) =>
      call(changeDeadlines, { body: { change, running } }),
    onSuccess: (saved, { done, running }) => {
      queryClient.setQueryData(['deadlines'], saved);
      toast.show(running === 'anew' ? { title: done, detail: t('running.anewDone') } : { title: done });
      onDone?.();
    },
    onSettled: () => setAsking(null),
  });
  const looking = useMutation({
    mutationFn: ({ change }: Wanted) => call(previewDeadlines, { body: { change } }),
    onSuccess: (touched, wanted) => {
      if (touched.threads === 0 && !touched.elsewhere) saving.mutate({ ...wanted, running: 'keep' });
      else setAsking({ ...wanted, ...touched });
    },
  });
  const error = looking.error ?? saving.error;
  return {
    propose: (change, done) => {
      saving.reset();
      looking.mutate({ change, done });
    },
    busy: looking.isPending || saving.isPending,
    words: error && problemText(error),
    question: asking && (
      <RunningDialog
        touched={asking}
        busy={saving.isPending}
        onClose={() => setAsking(null)}
        onDecide={(running) => saving.mutate({ ...asking, running })}
      />
    ),
  };
}
