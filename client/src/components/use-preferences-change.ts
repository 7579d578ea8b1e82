import { changeProfile, type Preferences } from '@stammgast/shared/contract/session';
import { useMutation } from '@tanstack/react-query';
import { call, meKey } from '../api/call.ts';
import { meQuery, rememberMe } from '../api/me.ts';
import { queryClient } from '../api/query-client.ts';

/**
 * Changes some preferences of the signed-in person: seen at once, kept with the person, and as before when the server
 * refuses. The server takes all of them together, so changes go one after the other and build on each other.
 */
export function usePreferencesChange() {
  const saving = useMutation({
    mutationFn: (preferences: Preferences) => call(changeProfile, { body: { preferences } }),
    scope: { id: 'preferences' },
    onError: () => queryClient.invalidateQueries({ queryKey: meKey }),
  });
  const change = (some: Partial<Preferences>) => {
    const me = queryClient.getQueryData(meQuery.queryKey);
    if (!me) return;
    const preferences = { ...me.preferences, ...some };
    rememberMe({ ...me, preferences });
    saving.mutate(preferences);
  };
  return { change, error: saving.error };
}
