import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../api/me.ts';
import { useAnnounce } from '../../../components/announcer.tsx';
import { ChannelName } from '../../../components/channel-name.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useInstantWords } from '../../../components/use-instant-words.ts';
import { durationWords } from '../../../i18n/duration.ts';
import type { MissingChannel } from './missing-channels.ts';

/** So many are named; for the others there is the page of the channels. */
const NAMED = 2;

/** What the list may lack: a channel that brings nothing is not one on which nobody writes. */
export function MissingData({ missing }: { missing: readonly MissingChannel[] }) {
  const { t } = useTranslation('inbox');
  const words = useMissingWords();
  const more = missing.length - NAMED;
  const announce = useAnnounce();
  const named = missing.slice(0, NAMED);
  const said = named.map((channel) => `${channel.name}: ${words(channel)}`).join(' ');
  const { announce: says = 'all' } = usePreferences();
  useEffect(() => {
    if (says === 'all') announce('missing', said);
  }, [announce, says, said]);
  return (
    <p className="missing-data meta no-print">
      <Icon name="alert" />
      <span>
        {named.map((channel) => (
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
