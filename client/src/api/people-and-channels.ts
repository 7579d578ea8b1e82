import { type Channel, listChannels } from '@stammgast/shared/contract/channels';
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

/** The teams of these channels, by name. */
export const teamsOf = (channels: readonly Pick<Channel, 'team'>[]) =>
  [...new Map(channels.flatMap(({ team }) => (team ? [[team.id, team] as const] : []))).values()].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );
