import { QueryClient } from '@tanstack/react-query';
import { isApiProblem } from './problem.ts';

/** A refusal stays one; only a lost line or a busy server is worth a second try. */
const worthRetrying = (count: number, error: unknown) =>
  count < 2 && isApiProblem(error) && (error.status === 0 || error.status === 503);

export const queryClient = new QueryClient({
  defaultOptions: {
    // Facts over the socket keep the cache true; a focus change is no reason to ask again.
    queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: worthRetrying, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
