import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { channelsQuery } from '../../../api/people-and-channels.ts';
import { silenceKey, silenceQuery } from '../../../api/silence.ts';
import { invalidate } from '../../../live/invalidate.ts';
import { useLive } from '../../../live/live.tsx';
import { onNews } from '../../../live/news.ts';
import { type MissingChannel, missingOf } from './missing-channels.ts';

const MINUTE = 60_000;

/** Asked each minute, since silence grows where nothing happens, and as soon as a silent channel brings something. */
export function useMissing(): readonly MissingChannel[] {
  const client = useQueryClient();
  const { paused } = useLive();
  const channels = useQuery(channelsQuery).data;
  const silent = useQuery({ ...silenceQuery, refetchInterval: paused ? false : MINUTE }).data;
  useEffect(() => {
    const ids = new Set(silent?.map(({ id }) => id));
    if (ids.size === 0) return;
    return onNews((facts) => {
      if (facts.some(({ channelId }) => channelId !== null && ids.has(channelId))) invalidate(client, silenceKey);
    });
  }, [silent, client]);
  return missingOf(channels ?? [], silent ?? []);
}
