import type { Wall, WallUsual } from '@stammgast/shared/contract/wall';
import { termsOfChannel } from '@stammgast/shared/domain/search/names';
import { standingList } from '@stammgast/shared/domain/wall-lists';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '../../components/channel-name.tsx';
import { Icon, Shape } from '../../components/icon.tsx';
import { useInstantWords } from '../../components/use-instant-words.ts';
import { durationWords } from '../../i18n/duration.ts';

type Channel = Wall['channels'][number];
type Silence = WallUsual['channels'][number];

/** Whether each channel delivers: what is not known is never shown as "no comments". */
export function ChannelHealth({ wall: { channels, names }, usual }: { wall: Wall; usual: WallUsual | undefined }) {
  const { t, i18n } = useTranslation('wall');
  return (
    <section className="lines" aria-labelledby="channel-health">
      <header className="block-head">
        <h2 id="channel-health">{t('channels.title')}</h2>
        <span className="meta">{t('channels.note')}</span>
        <Link className="link meta end" to="/channels">
          {t('channels.details')}
        </Link>
      </header>
      {channels.length === 0 && <p className="muted">{t('channels.empty')}</p>}
      <ul className="chan">
        {channels.map((channel) => (
          <li key={channel.id}>
            <ChannelName platform={channel.platform} name={channel.name} />
            <Delivery channel={channel} silence={usual?.channels.find(({ id }) => id === channel.id)} />
            <Link
              className="num"
              to="/inbox"
              search={{ q: standingList('open', termsOfChannel(channel, names)) }}
              aria-label={t('channels.openOf', { name: channel.name, count: channel.open })}
            >
              {channel.open.toLocaleString(i18n.language)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Delivery({ channel: { state, lastSuccessAt }, silence }: { channel: Channel; silence: Silence | undefined }) {
  const { t } = useTranslation(['wall', 'durations']);
  const words = useInstantWords();
  if (state === 'failing') {
    return (
      <span className="st gap">
        <Icon name="alert" />
        {lastSuccessAt ? t('state.failing', { at: words(lastSuccessAt) }) : t('state.failingNever')}
      </span>
    );
  }
  if (state === 'paused' || state === 'new') {
    return (
      <span className="st">
        <Shape name={state === 'paused' ? 'pause' : 'soon'} />
        {t(`state.${state}`)}
      </span>
    );
  }
  if (silence?.silent && silence.lastItemAt) {
    const gap = silence.usualGapMinutes;
    return (
      <span className="st gap">
        <Icon name="alert" />
        {t('state.silent', { at: words(silence.lastItemAt) })}
        {gap !== null && ` ${t('state.usualGap', { gap: durationWords(t, gap, { days: true }) })}`}
      </span>
    );
  }
  return (
    <span className="st ok">
      <Shape name="done" />
      {lastSuccessAt ? t('state.ok', { at: words(lastSuccessAt) }) : t('state.okNever')}
    </span>
  );
}
