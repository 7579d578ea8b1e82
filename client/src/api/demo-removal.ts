import type { QueryClient } from '@tanstack/react-query';

export const demoRemovalKey = ['remove-demo'] as const;

/** Has the demo been removed from here, perhaps with the person who did it? Until the page starts anew nobody is shown out. */
export const isDemoRemoved = (client: QueryClient): boolean =>
  client.getMutationCache().find({
    mutationKey: demoRemovalKey,
    predicate: ({ state }) => state.status === 'pending' || state.status === 'success',
  }) !== undefined;
