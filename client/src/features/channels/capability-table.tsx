import type { Capabilities, Channel } from '@stammgast/shared/contract/channels';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '../../components/channel-name.tsx';
import { Icon, Shape } from '../../components/icon.tsx';
import { Table } from '../../components/table.tsx';

const columns = ['read', 'edits', 'deletions', 'reply', 'moderate', 'spam', 'hide', 'like', 'length'] as const;

/** What each channel really delivers: yes, by hand, no. */
export function CapabilityTable({ channels, chosenId }: { channels: readonly Channel[]; chosenId: string | null }) {
  const { t } = useTranslation('channels');
  return (
    <section className="caps">
      <header className="block-head cap-head">
        <h2>{t('caps.title')}</h2>
        <span className="meta">{t('caps.note')}</span>
        <span className="legend meta end">
          <span>
            <Shape name="done" tone="yes" />
            {t('caps.yes')}
          </span>
          <span>
            <Icon name="external" />
            {t('caps.byHand')}
          </span>
          <span>
            <Shape name="none" tone="no" />
            {t('caps.no')}
          </span>
        </span>
      </header>
      <Table
        caption={t('caps.label')}
        head={
          <>
            <th scope="col">{t('table.channel')}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t(`caps.${column}`)}
              </th>
            ))}
          </>
        }
      >
        {channels.map((channel) => (
          <CapabilityRow key={channel.id} channel={channel} chosen={channel.id === chosenId} />
        ))}
      </Table>
    </section>
  );
}

function CapabilityRow({ channel: { platform, name, can }, chosen }: { channel: Channel; chosen: boolean }) {
  const { t } = useTranslation('channels');
  const length = can.maxReplyLength;
  return (
    <tr className={chosen ? 'is-current' : undefined}>
      <th scope="row">
        <ChannelName platform={platform} name={name} />
      </th>
      <td>
        <Yes words={can.push ? t('caps.push') : t('caps.poll')} />
      </td>
      <td>
        <Can yes={can.edits} />
      </td>
      <td>
        <Can yes={can.deletions} />
      </td>
      <td>
        <ReplyWay reply={can.reply} />
      </td>
      <td>
        <Can yes={can.acts.includes('approve')} />
      </td>
      <td>
        <Can yes={can.acts.includes('spam')} />
      </td>
      <td>
        <Can yes={can.acts.includes('hide')} />
      </td>
      <td>
        <Can yes={can.acts.includes('like')} />
      </td>
      <td>{length === null ? t('caps.unlimited') : t('caps.characters', { count: length })}</td>
    </tr>
  );
}

const Can = ({ yes }: { yes: boolean }) => (yes ? <Yes /> : <No />);

function Yes({ words }: { words?: string }) {
  const { t } = useTranslation('channels');
  return (
    <span className="cap">
      <Shape name="done" tone="yes" />
      <span className="sr">{t('caps.yes')}</span>
      {words && <span>{words}</span>}
    </span>
  );
}

function No() {
  const { t } = useTranslation('channels');
  return (
    <span className="cap">
      <Shape name="none" tone="no" />
      <span className="sr">{t('caps.no')}</span>
    </span>
  );
}

function ReplyWay({ reply }: { reply: Capabilities['reply'] }) {
  const { t } = useTranslation('channels');
  if (reply === 'none') return <No />;
  if (reply === 'api') return <Yes />;
  if (reply === 'fetched') return <Yes words={t('caps.fetched')} />;
  return (
    <span className="cap h">
      <Icon name="external" />
      {t('caps.byHand')}
    </span>
  );
}
