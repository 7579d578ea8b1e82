import { listSnippets } from '@stammgast/shared/contract/snippets';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

/** The snippets that the person may use, by name. */
export const snippetsQuery = queryOptions({
  queryKey: ['snippets'],
  queryFn: ({ signal }) => call(listSnippets, { signal }),
  select: (data) => data.snippets,
  // Facts tell when somebody changes one.
  staleTime: 5 * 60_000,
});
