import { listChannels } from '@stammgast/shared/contract/channels';
import { listColleagues } from '@stammgast/shared/contract/team';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => call(listChannels, { signal }),
  select: (data) => data.channels,
});
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => call(listColleagues, { signal }),
  select: (data) => data.colleagues,
});
