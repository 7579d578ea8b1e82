import { meQuery } from '../api/me.ts';
import { channelsQuery, colleaguesQuery } from '../api/people-and-channels.ts';
import { queryClient } from '../api/query-client.ts';
import { queueQuery } from '../features/inbox/queue/queue-query.ts';
import { readQueueSearch, textOf } from '../features/inbox/queue-search.ts';
import { countsQuery } from '../features/inbox/use-counts.ts';
import { parseSearch } from './search.ts';

const outside = /^\/(sign-in|setup|invitation|guest)/;

/** Asks for everything that the first screen needs, before the router has found out who is there. */
export function warmUp({ pathname, search }: { pathname: string; search: string }): void {
  if (outside.test(pathname)) return;
  void queryClient.prefetchQuery(meQuery);
  if (pathname !== '/' && !pathname.startsWith('/inbox')) return;
  void import('../features/inbox/inbox-page.tsx');
  void queryClient.prefetchInfiniteQuery(queueQuery(textOf(readQueueSearch(parseSearch(search)))));
  void queryClient.prefetchQuery(countsQuery);
  void queryClient.prefetchQuery(channelsQuery);
  void queryClient.prefetchQuery(colleaguesQuery);
}
