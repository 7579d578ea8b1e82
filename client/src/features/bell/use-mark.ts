import { markNotifications } from '@stammgast/shared/contract/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { bellKey } from '../../live/bell.ts';
import { bellQuery, unreadQuery } from './bell-query.ts';

/** Marks notifications as read, seen at once: those named, or all. */
export function useMark() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids?: string[]) => call(markNotifications, { body: ids ? { ids } : {} }),
    onMutate: (ids) =>
      client.setQueryData(
        bellQuery.queryKey,
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              notifications: page.notifications.map((one) =>
                !ids || ids.includes(one.id) ? { ...one, unread: false } : one,
              ),
            })),
          },
      ),
    onSuccess: (counted) => client.setQueryData(unreadQuery.queryKey, counted),
    onError: () => client.invalidateQueries({ queryKey: bellKey }),
  });
}
