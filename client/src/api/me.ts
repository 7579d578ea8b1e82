import { getMe, type Me, type Preferences } from '@stammgast/shared/contract/session';
import type { Action } from '@stammgast/shared/domain/permissions';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { call, meKey } from './call.ts';
import { queryClient } from './query-client.ts';

export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: () => call(getMe),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The signed-in person. Only inside the house, where the router has made sure of one. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useMay(action: Action): boolean {
  return useMe().may.includes(action);
}

const none: Preferences = {};

/** What the signed-in person prefers; before the door nothing is known yet, and the defaults hold. */
export function usePreferences(): Preferences {
  return useQuery({ ...meQuery, enabled: false }).data?.preferences ?? none;
}

/** After signing in, accepting an invitation or changing the profile: the answer is the new Me. */
export function rememberMe(me: Me): void {
  // What is being asked for may have been answered before.
  void queryClient.cancelQueries({ queryKey: meKey });
  queryClient.setQueryData(meKey, me);
}

/** After signing out: nothing of the house stays in memory. */
export function forgetEverything(): void {
  // The page at the door is asking already: without its question it would wait for ever.
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'door' });
  queryClient.getMutationCache().clear();
}
