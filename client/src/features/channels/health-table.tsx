import type { Channel } from '@stammgast/shared/contract/channels';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../components/ago.tsx';
import { PlatformIcon } from '../../components/platform-icon.tsx';
import { useCodeText } from '../../components/problem-text.ts';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { ChannelState } from './channel-state.tsx';

interface HealthTableProps {
  readonly channels: readonly Channel[];
  readonly chosenId: string | null;
  readonly onChoose: (channelId: string) => void;
}

export function HealthTable({ channels, chosenId, onChoose }: HealthTableProps) {
  const { t } = useTranslation('channels');
  return (
    <div className="health">
      <Table
        caption={t('table.label')}
        head={
          <>
            <th scope="col">{t('table.channel')}</th>
            <th scope="col">{t('table.state')}</th>
            <th scope="col" className="num">
              {t('table.lastSuccess')}
            </th>
            <th scope="col" className="num">
              {t('table.lastComment')}
            </th>
            <th scope="col" className="num">
              {t('table.day')}
            </th>
            <th scope="col">{t('table.register')}</th>
          </>
        }
      >
        {channels.map((channel) => (
          <HealthRow
            key={channel.id}
            channel={channel}
            chosen={channel.id === chosenId}
            onChoose={() => onChoose(channel.id)}
          />
        ))}
      </Table>
    </div>
  );
}

function HealthRow({ channel, chosen, onChoose }: { channel: Channel; chosen: boolean; onChoose: () => void }) {
  const { t, i18n } = useTranslation('channels');
  const codeText = useCodeText('channels');
  const { lastError } = channel;
  return (
    <tr className={chosen ? 'is-current' : undefined}>
      <th scope="row">
        <button
          type="button"
          className="c"
          onClick={onChoose}
          aria-pressed={chosen}
          title={t('table.open', { name: channel.name })}
        >
          <PlatformIcon platform={channel.platform} />
          <span>{channel.name}</span>
          <small>
            {t(`common:platforms.${channel.platform}`)} {channel.demo && <Tag line>{t('demo')}</Tag>}
          </small>
        </button>
      </th>
      <td>
        <ChannelState channel={channel} />
        {channel.state === 'failing' && lastError && <small>{codeText(lastError.code)}</small>}
      </td>
      <td className="num">
        {channel.lastSuccessAt ? <Ago at={channel.lastSuccessAt} /> : <span className="muted">{t('never')}</span>}
      </td>
      <td className="num">
        {channel.lastCommentAt ? <Ago at={channel.lastCommentAt} /> : <span className="muted">{t('noComment')}</span>}
      </td>
      <td className="num">{channel.comments24h.toLocaleString(i18n.language)}</td>
      <td>{t(`register.${channel.replyRegister}`)}</td>
    </tr>
  );
}
