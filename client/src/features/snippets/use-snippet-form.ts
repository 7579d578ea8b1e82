import { addSnippet, changeSnippet, type Snippet } from '@stammgast/shared/contract/snippets';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { codeOf } from '../../api/problem.ts';
import { snippetsQuery } from '../../api/snippets.ts';
import { useFirstError } from '../../components/use-first-error.ts';
import { useWriting } from './use-writing.ts';
import { type MissingFields, missingIn, toText, toWritten, type WrittenSnippet } from './written-snippet.ts';

const noneMissing: MissingFields = {};

/** The form of a snippet. Whatever the server says, what was written stays. */
export function useSnippetForm(snippet: Snippet | undefined, onSaved: (saved: Snippet) => void) {
  const queryClient = useQueryClient();
  const { written, seen, restored, write, restart, forget } = useWriting(snippet);
  const [theirs, setTheirs] = useState<Snippet | null>(null);
  const [tries, setTries] = useState(0);
  const frame = useFirstError<HTMLDivElement>(tries);

  const saving = useMutation({
    mutationFn: () => {
      const body = toText(written);
      if (!seen) return call(addSnippet, { body });
      return call(changeSnippet, { params: { snippetId: seen.id }, body: { ...body, version: seen.version } });
    },
    onSuccess: (saved) => {
      forget();
      void queryClient.invalidateQueries({ queryKey: snippetsQuery.queryKey });
      onSaved(saved);
    },
    onError: async (error) => {
      setTries((count) => count + 1);
      if (!['conflict.version', 'not_found'].includes(codeOf(error))) return;
      // The next try is made in the knowledge of what somebody else has done.
      const { snippets } = await queryClient.fetchQuery({ ...snippetsQuery, staleTime: 0 });
      const now = snippets.find(({ id }) => id === seen?.id) ?? null;
      setTheirs(now);
      write(written, now);
    },
  });
  const missing = missingIn(written);
  return {
    frame,
    written,
    restored,
    /** What somebody else has saved meanwhile. */
    theirs,
    saving,
    missing: tries > 0 ? missing : noneMissing,
    nameTaken: codeOf(saving.error) === 'snippet.name_taken',
    change: (some: Partial<WrittenSnippet>) => {
      if (codeOf(saving.error) === 'snippet.name_taken') saving.reset();
      write({ ...written, ...some }, seen);
    },
    restart: () => {
      restart();
      saving.reset();
    },
    takeTheirs: (other: Snippet) => {
      write(toWritten(other), other);
      setTheirs(null);
      saving.reset();
    },
    submit: () => {
      setTries((count) => count + 1);
      if (Object.keys(missing).length === 0) saving.mutate();
    },
  };
}
export type SnippetForm = ReturnType<typeof useSnippetForm>;
