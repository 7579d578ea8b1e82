import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { channelsQuery } from '../../../api/people-and-channels.ts';
import { silenceKey, silenceQuery } from '../../../api/silence.ts';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';
import { invalidate } from '../../../live/invalidate.ts';
import { useLive } from '../../../live/live.tsx';
import { onNews } from '../../../live/news.ts';
import { useEachMinute } from '../../../live/use-each-minute.ts';
import { type MissingChannel, missingOf } from './missing-channels.ts';

const MissingData = lazyWithWords(() => import('./missing-data.tsx').then((part) => part.MissingData));

/** Fetched with its words once a channel brings nothing: on most days none is silent. */
export function MissingPart() {
  const missing = useMissing();
  return (
    missing.length > 0 && (
      <Suspense>
        <MissingData missing={missing} />
      </Suspense>
    )
  );
}

/** Asked each minute, since silence grows where nothing happens, and as soon as a silent channel brings something. */
function useMissing(): readonly MissingChannel[] {
  const client = useQueryClient();
  const { paused } = useLive();
  const channels = useQuery(channelsQuery).data;
  const silent = useQuery(silenceQuery).data;
  useEachMinute(() => invalidate(client, silenceKey), !paused);
  useEffect(() => {
    const ids = new Set(silent?.map(({ id }) => id));
    if (ids.size === 0) return;
    return onNews((facts) => {
      if (facts.some(({ channelId }) => channelId !== null && ids.has(channelId))) invalidate(client, silenceKey);
    });
  }, [silent, client]);
  return missingOf(channels ?? [], silent ?? []);
}
