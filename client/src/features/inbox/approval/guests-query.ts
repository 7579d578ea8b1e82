import { listGuests } from '@stammgast/shared/contract/guests';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';

export const guestsKey = (threadId: string) => ['guests', threadId] as const;

export const guestsQuery = (threadId: string) =>
  queryOptions({
    queryKey: guestsKey(threadId),
    queryFn: ({ signal }) => call(listGuests, { params: { threadId }, signal }),
    select: (data) => data.guests,
    // Links are used while nobody looks.
    staleTime: 0,
  });
