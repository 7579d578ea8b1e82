import { changeProfile, type Preferences } from '@stammgast/shared/contract/session';
import { mutationOptions, useMutation } from '@tanstack/react-query';
import { call, meKey } from '../api/call.ts';
import { meQuery, rememberMe } from '../api/me.ts';
import { queryClient } from '../api/query-client.ts';

const mutationKey = ['preferences'];
const onTheirWay = () => queryClient.getMutationCache().findAll({ mutationKey, status: 'pending' });

/** One after the other; what the server answers to the last one is what holds. */
export const savingPreferences = mutationOptions({
  mutationKey,
  mutationFn: (preferences: Preferences) => call(changeProfile, { body: { preferences } }),
  scope: { id: 'preferences' },
  // What was asked for meanwhile may have been read before this was stored.
  onSuccess: (me) => {
    if (onTheirWay().length === 1) rememberMe(me);
  },
  onError: () => queryClient.invalidateQueries({ queryKey: meKey }),
});

/** All preferences with some changed, also when the ones before are still on their way. */
export function withChange(some: Partial<Preferences>): Preferences | null {
  const me = queryClient.getQueryData(meQuery.queryKey);
  if (!me) return null;
  const before = onTheirWay().at(-1)?.state.variables as Preferences | undefined;
  const preferences = { ...(before ?? me.preferences), ...some };
  rememberMe({ ...me, preferences });
  return preferences;
}

/**
 * Changes some preferences of the signed-in person: seen at once, kept with the person, and as before when the server
 * refuses. The server takes all of them together, so changes go one after the other and build on each other.
 */
export function usePreferencesChange() {
  const { mutate, error } = useMutation(savingPreferences);
  const change = (some: Partial<Preferences>) => {
    const preferences = withChange(some);
    if (preferences) mutate(preferences);
  };
  return { change, error };
}
