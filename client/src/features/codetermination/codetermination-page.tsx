import '../../styles/administration.css';
import { type Codetermination, getCodetermination, SMALLEST_GROUP } from '@stammgast/shared/contract/figures';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Page } from '../../components/page.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { useTimes } from '../../components/use-times.ts';
import { FigureSwitch } from './figure-switch.tsx';

/** For administrators and the works council: what is shown about persons, who decided it, who looked. */
export function CodeterminationPage() {
  const { t } = useTranslation('codetermination');
  const query = useQuery({
    queryKey: ['codetermination'],
    queryFn: ({ signal }) => call(getCodetermination, { signal }),
  });
  return (
    <Page title={t('title')} note={t('lead')}>
      {query.isPending && <Skeleton lines={6} />}
      {query.isError && <Failed error={query.error} title={t('failed')} onRetry={() => void query.refetch()} />}
      {query.data && (
        <div className="narrow">
          <Rules />
          <FigureSwitch perPerson={query.data.perPerson} />
          <Log entries={query.data.log} />
        </div>
      )}
    </Page>
  );
}

function Rules() {
  const { t } = useTranslation('codetermination');
  return (
    <section className="sheet">
      <h2>{t('rules.title')}</h2>
      <p>{t('rules.shared')}</p>
      <p>{t('rules.times')}</p>
      <p>{t('rules.groups', { count: SMALLEST_GROUP })}</p>
      <p>{t('rules.looks')}</p>
    </section>
  );
}

function Log({ entries }: { entries: Codetermination['log'] }) {
  const { t } = useTranslation(['codetermination', 'common']);
  const times = useTimes();
  return (
    <section className="sheet">
      <h2>{t('log.title')}</h2>
      {entries.length === 0 ? (
        <p className="muted">{t('log.empty')}</p>
      ) : (
        <Table
          caption={t('log.title')}
          head={(['at', 'who', 'what', 'text'] as const).map((column) => (
            <th scope="col" key={column}>
              {t(`log.${column}`)}
            </th>
          ))}
        >
          {entries.map(({ id, at, personName, deed, text }) => (
            <tr key={id}>
              <td>{times.exact(at)}</td>
              <td>{personName ?? '–'}</td>
              <td>{t(`log.${deed}`)}</td>
              <td>{text || t('log.allChannels')}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
