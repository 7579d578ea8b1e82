import { listSilentChannels } from '@stammgast/shared/contract/channels';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

export const silenceKey = ['silence'] as const;
/** Channels that have brought nothing for longer than usual. */
export const silenceQuery = queryOptions({
  queryKey: silenceKey,
  queryFn: ({ signal }) => call(listSilentChannels, { signal }),
  select: (data) => data.channels,
});
