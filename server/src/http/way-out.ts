import type { Http } from './outgoing.ts';

/** The guarded way out. The client behind it is loaded with the first request: it is large, and starting needs none. */
export function createWayOut(): (options: { allowPrivate: boolean }) => Http {
  const load = async () => (await import('./guarded-fetch.ts')).createGuardedFetch();
  let loading: ReturnType<typeof load> | undefined;
  return (options) => async (url, request) => {
    loading ??= load();
    return (await loading)(options)(url, request);
  };
}
