import type { Colleague } from '@stammgast/shared/contract/team';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/avatar.tsx';
import { Table } from '../../components/table.tsx';

export function ColleagueTable({ colleagues }: { colleagues: readonly Colleague[] }) {
  const { t } = useTranslation('team');
  return (
    <Table
      caption={t('table.label')}
      head={
        <>
          <th scope="col">{t('table.name')}</th>
          <th scope="col">{t('table.role')}</th>
          <th scope="col">{t('table.access')}</th>
        </>
      }
    >
      {colleagues.map((person) => (
        <tr key={person.id} className={person.active ? undefined : 'off'}>
          <th scope="row">
            <span className="person">
              <Avatar name={person.name} size="m" away={!person.active} />
              {person.name}
            </span>
          </th>
          <td>{t(`common:roles.${person.role}`)}</td>
          <td>{person.active ? t('active') : t('inactive')}</td>
        </tr>
      ))}
    </Table>
  );
}
