import { saveReview } from '@stammgast/shared/contract/review';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useProblemText } from '../../../components/problem-text.ts';
import { useToast } from '../../../components/toast.tsx';
import { caseKey } from '../queries.ts';
import { readReviewSearch } from '../review-search.ts';

type Card = Parameters<typeof call<typeof saveReview>>[1] extends { body: infer Body } ? Body : never;

/** Saves once. The thread stays open: now hints and author are shown. */
export function useSaveReview(sampleId: string) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToast();
  const problem = useProblemText('review');
  const search = readReviewSearch({ ...useSearch({ from: '/house/review' }) });
  const saving = useMutation({
    mutationFn: (body: Card) => call(saveReview, { params: { sampleId }, body }),
    onSuccess: async (saved) => {
      client.setQueryData(caseKey(sampleId), saved);
      await navigate({ to: '/review', search: { ...search, sample: sampleId }, replace: true });
      toasts.show({ title: t('score.saved', { points: saved.mine?.points ?? 0 }) });
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-next="true"]')?.focus());
      for (const part of ['samples', 'state', 'figures', 'calibrations'])
        void client.invalidateQueries({ queryKey: ['review', part] });
    },
  });
  return { ...saving, words: saving.isError ? problem(saving.error) : '' };
}
