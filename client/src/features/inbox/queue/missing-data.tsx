import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../../../api/people-and-channels.ts';
import { silenceKey, silenceQuery } from '../../../api/silence.ts';
import { ChannelName } from '../../../components/channel-name.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useInstantWords } from '../../../components/use-instant-words.ts';
import { durationWords } from '../../../i18n/duration.ts';
import { invalidate } from '../../../live/invalidate.ts';
import { useLive } from '../../../live/live.tsx';
import { onNews } from '../../../live/news.ts';
import { type MissingChannel, missingOf } from './missing-channels.ts';

const MINUTE = 60_000;
/** So many are named; for the others there is the page of the channels. */
const NAMED = 2;

/** What the list may lack: a channel that brings nothing is not one on which nobody writes. */
export function MissingData() {
  const { t } = useTranslation('inbox');
  const words = useMissingWords();
  const missing = useMissing();
  if (missing.length === 0) return null;
  const more = missing.length - NAMED;
  return (
    <p className="missing-data meta no-print">
      <Icon name="alert" />
      <span>
        {missing.slice(0, NAMED).map((channel) => (
          <span key={channel.id}>
            <ChannelName platform={channel.platform} name={channel.name} /> {words(channel)}
          </span>
        ))}
        {more > 0 && <span>{t('missing.more', { count: more })}</span>}
      </span>
      <Link className="link" to="/channels">
        {t('missing.channels')}
      </Link>
    </p>
  );
}

/** Asked each minute, since silence grows where nothing happens, and as soon as a silent channel brings something. */
function useMissing(): readonly MissingChannel[] {
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

function useMissingWords(): (channel: MissingChannel) => string {
  const { t } = useTranslation(['wall', 'durations']);
  const words = useInstantWords();
  return ({ kind, since, usualGapMinutes: gap }) => {
    const state = since ? t(`wall:state.${kind}`, { at: words(since) }) : t('wall:state.failingNever');
    return gap === null
      ? state
      : `${state} ${t('wall:state.usualGap', { gap: durationWords(t, gap, { days: true }) })}`;
  };
}
