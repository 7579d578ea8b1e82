import type { Person } from '@stammgast/shared/contract/team';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.ts';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { Ago } from '../../components/ago.tsx';
import { Avatar } from '../../components/avatar.tsx';
import { Button } from '../../components/button.tsx';
import { ChannelName } from '../../components/channel-name.tsx';
import { Shape } from '../../components/icon.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';

export function PersonTable({ people, onEdit }: { people: readonly Person[]; onEdit: (person: Person) => void }) {
  const { t } = useTranslation('team');
  const me = useMe();
  return (
    <Table
      caption={t('table.label')}
      head={
        <>
          <th scope="col">{t('table.name')}</th>
          <th scope="col">{t('table.role')}</th>
          <th scope="col">{t('table.channels')}</th>
          <th scope="col">{t('table.access')}</th>
          <th scope="col">{t('table.seen')}</th>
          <th scope="col">
            <span className="sr">{t('table.actions')}</span>
          </th>
        </>
      }
    >
      {people.map((person) => (
        <tr key={person.id} className={person.active ? undefined : 'off'}>
          <th scope="row">
            <span className="person">
              <Avatar name={person.name} size="m" away={!person.active} />
              <span className="two-lines">
                {person.name} {person.id === me.id && <Tag line>{t('you')}</Tag>}
                <small>{person.email}</small>
              </span>
            </span>
          </th>
          <td className="nowrap">{t(`common:roles.${person.role}`)}</td>
          <td className="wrap">
            <ChannelNames person={person} />
          </td>
          <td className="nowrap">
            <span className="state">
              <Shape name={person.active ? 'done' : 'pause'} />
              {person.active ? t('active') : t('inactive')}
            </span>
          </td>
          <td className="nowrap">{person.lastSeenAt ? <Ago at={person.lastSeenAt} /> : t('never')}</td>
          <td className="acts-cell">
            <Button
              kind="quiet"
              icon="pencil"
              onClick={() => onEdit(person)}
              aria-label={t('editPerson', { name: person.name })}
            >
              {t('edit')}
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function ChannelNames({ person }: { person: Person }) {
  const { t } = useTranslation('team');
  const channels = useQuery(channelsQuery).data ?? [];
  if (person.role === 'admin') return t('allChannels');
  const own = channels.filter(({ id }) => person.channelIds.includes(id));
  if (own.length === 0) return <span className="muted">{t('noChannel')}</span>;
  if (own.length === channels.length && own.length > 1) return t('allOf', { count: own.length });
  return (
    <span className="channel-names">
      {own.map((channel) => (
        <ChannelName key={channel.id} platform={channel.platform} name={channel.name} />
      ))}
    </span>
  );
}
