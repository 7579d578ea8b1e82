import type { Channel } from '@stammgast/shared/contract/channels';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.ts';
import { Ago } from '../../components/ago.tsx';
import { IconButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useCodeText } from '../../components/problem-text.ts';
import { useInstantWords } from '../../components/use-instant-words.ts';
import { ChannelActions } from './channel-actions.tsx';

/** One channel: what is wrong, the facts, how answers get out, what can be done. */
export function ChannelDetail({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useTranslation('channels');
  const mayManage = useMay('channel.manage');
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    // Below the wide layout the pane stands under the tables: bring it into view.
    pane.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <aside className="detail" aria-label={t('detail.label', { name: channel.name })} ref={pane}>
      <header className="dhead">
        <div>
          <h2 className="title">{channel.name}</h2>
          <span className="meta">{t(`common:platforms.${channel.platform}`)}</span>
        </div>
        <IconButton icon="x" label={t('detail.close')} onClick={onClose} />
      </header>
      <Trouble channel={channel} />
      <Facts channel={channel} />
      <section>
        <h3 className="label">{t('detail.answers')}</h3>
        <p className="small">{t(`detail.way.${channel.can.reply}`)}</p>
      </section>
      {mayManage && <ChannelActions channel={channel} onGone={onClose} />}
    </aside>
  );
}

function Trouble({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channels');
  const words = useInstantWords();
  const codeText = useCodeText('channels');
  if (channel.state === 'paused') {
    return (
      <div className="bar">
        <Icon name="pause" />
        <span>{t('detail.pausedNote')}</span>
      </div>
    );
  }
  if (channel.state !== 'failing') return null;
  const { lastError, lastSuccessAt } = channel;
  return (
    <div className="bar error" role="status">
      <Icon name="warn" />
      <div>
        <b>{lastSuccessAt ? t('detail.trouble', { since: words(lastSuccessAt) }) : t('detail.troubleNever')}</b>
        {t('detail.noDataNote')}
        {lastError && (
          <>
            <p>{codeText(lastError.code)}</p>
            <p className="meta">
              {t('detail.technical')}, {words(lastError.at)}:{' '}
              <span lang="en">{lastError.detail || lastError.code}</span>
            </p>
          </>
        )}
      </div>
    </div>
  );
}

function Facts({ channel }: { channel: Channel }) {
  const { t, i18n } = useTranslation('channels');
  return (
    <section>
      <h3 className="label">{t('detail.facts')}</h3>
      <dl className="facts">
        <dt>{t('detail.lastSuccess')}</dt>
        <dd>{channel.lastSuccessAt ? <Ago at={channel.lastSuccessAt} /> : t('never')}</dd>
        <dt>{t('detail.lastComment')}</dt>
        <dd>{channel.lastCommentAt ? <Ago at={channel.lastCommentAt} /> : t('noComment')}</dd>
        <dt>{t('detail.day')}</dt>
        <dd>{channel.comments24h.toLocaleString(i18n.language)}</dd>
        {channel.team && (
          <>
            <dt>{t('detail.team')}</dt>
            <dd>{channel.team.name}</dd>
          </>
        )}
        <dt>{t('detail.register')}</dt>
        <dd>{t(`register.${channel.replyRegister}`)}</dd>
        <dt>{t('detail.language')}</dt>
        <dd>{t(`language.${channel.language ?? 'auto'}`, { defaultValue: channel.language ?? '' })}</dd>
      </dl>
    </section>
  );
}
