import { addSnippet, removeSnippet, type Snippet } from '@stammgast/shared/contract/snippets';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { snippetsQuery } from '../../api/snippets.ts';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { toText, toWritten } from './written-snippet.ts';

/** Removes at once; taking it back adds the same text again. */
export function useRemoveSnippet() {
  const { t } = useTranslation('snippet-page');
  const problemText = useProblemText('snippet-page');
  const toast = useToast();
  const queryClient = useQueryClient();
  const lookAgain = () => queryClient.invalidateQueries({ queryKey: snippetsQuery.queryKey });
  return useMutation({
    mutationFn: ({ id }: Snippet) => call(removeSnippet, { params: { snippetId: id } }),
    onSuccess: (_, snippet) => {
      // The button that was pressed goes with its row.
      document.getElementById('content')?.focus();
      toast.show({
        title: t('removed', { name: snippet.name }),
        undo: async () => {
          await call(addSnippet, { body: toText(toWritten(snippet)) });
          void lookAgain();
        },
      });
    },
    onError: (error, { name }) =>
      toast.show({ title: t('notRemoved', { name }), detail: problemText(error), failed: true }),
    onSettled: lookAgain,
  });
}
