import type { IncidentReport } from '@stammgast/shared/contract/radar';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '../../components/channel-name.tsx';
import { Table } from '../../components/table.tsx';

/** Where it blows: the channels that the reader sees. */
export function IncidentChannels({ report: { channels } }: { report: IncidentReport }) {
  const { t, i18n } = useTranslation('radar');
  return (
    <section aria-labelledby="incident-channels">
      <header className="block-head">
        <h2 id="incident-channels">{t('channels.title')}</h2>
      </header>
      <Table
        caption={t('channels.label')}
        head={(['channel', 'comments', 'critics', 'threads'] as const).map((column) => (
          <th scope="col" key={column} className={column === 'channel' ? undefined : 'num'}>
            {t(`channels.${column}`)}
          </th>
        ))}
      >
        {channels.map(({ id, name, platform, comments, critics, threads }) => (
          <tr key={id}>
            <th scope="row">
              <ChannelName platform={platform} name={name} />
            </th>
            {[comments, critics, threads].map((value, index) => (
              <td className="num" key={['comments', 'critics', 'threads'][index]}>
                {value.toLocaleString(i18n.language)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  );
}
