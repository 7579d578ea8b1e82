import { countNotifications, listNotifications } from '@stammgast/shared/contract/notifications';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { bellKey } from '../../live/bell.ts';

export const unreadQuery = queryOptions({
  queryKey: [...bellKey, 'unread'],
  queryFn: ({ signal }) => call(countNotifications, { signal }),
});

export const bellQuery = infiniteQueryOptions({
  queryKey: [...bellKey, 'list'],
  queryFn: ({ signal, pageParam }) =>
    call(listNotifications, { query: pageParam === null ? {} : { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
