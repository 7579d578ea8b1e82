import type { Me } from '@stammgast/shared/contract/session';
import { createCall } from './create-call.ts';
import { queryClient } from './query-client.ts';

export const meKey = ['me'] as const;

/** Calls the server as the signed-in person. Throws an ApiProblem. */
export const call = createCall({
  fetch: (input, init) => window.fetch(input, init),
  csrfToken: () => queryClient.getQueryData<Me>(meKey)?.csrfToken,
});
