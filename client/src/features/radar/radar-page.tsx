import '../../styles/administration.css';
import '../../styles/radar.css';
import type { Incident, RadarWeather } from '@stammgast/shared/contract/radar';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.ts';
import { incidentsQuery, weatherQuery } from '../../api/radar.ts';
import { Button } from '../../components/button.tsx';
import { ChannelName } from '../../components/channel-name.tsx';
import { Instant } from '../../components/instant.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Failed, Skeleton } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Wind } from '../../components/wind.tsx';

/** How strong criticism blows now, and the storms that there were. */
export function RadarPage() {
  const { t } = useTranslation('radar');
  const weather = useQuery(weatherQuery);
  const incidents = useInfiniteQuery(incidentsQuery);
  const failed = [weather, incidents].find(({ isError, data }) => isError && !data);
  const rows = incidents.data?.pages.flatMap((page) => page.incidents) ?? [];
  return (
    <Page title={t('title')} note={t('lead')}>
      {failed && <Failed error={failed.error} title={t('failed')} onRetry={() => void failed.refetch()} />}
      {!failed && !(weather.data && incidents.data) && <Skeleton lines={6} />}
      {weather.data && <Now weather={weather.data} />}
      {incidents.data && rows.length === 0 && <Empty title={t('list.none')}>{t('list.noneYet')}</Empty>}
      {rows.length > 0 && <Incidents rows={rows} />}
      {incidents.hasNextPage && (
        <Button onClick={() => void incidents.fetchNextPage()} disabled={incidents.isFetchingNextPage}>
          {t('list.more')}
        </Button>
      )}
    </Page>
  );
}

function Now({ weather: { level, count, expected, learning, trend } }: { weather: RadarWeather }) {
  const { t } = useTranslation('radar');
  const { house } = useMe();
  return (
    <section className="weather" aria-label={t('now.label')}>
      <p className="title">
        <Wind level={level} />
      </p>
      <p>
        {t('now.count', { count })}{' '}
        <span className="muted">{expected === null ? t('now.unknown') : t('now.expected', { expected })}</span>
      </p>
      {house.demo && <p className="meta">{t('now.staged')}</p>}
      {learning && (
        <Notice kind="info" quiet>
          {t('now.learning')}
        </Notice>
      )}
      {trend && (
        <Notice kind="warn" quiet>
          {t('now.trend', { count: trend.days, perDay: trend.perDay, usual: trend.usualPerDay })}
        </Notice>
      )}
    </section>
  );
}

function Incidents({ rows }: { rows: readonly Incident[] }) {
  const { t, i18n } = useTranslation('radar');
  const columns = ['incident', 'peak', 'began', 'ended', 'comments', 'critics', 'channels', 'verdict'] as const;
  const numeric = new Set<string>(['comments', 'critics']);
  return (
    <section className="incidents" aria-labelledby="incidents">
      <header className="block-head">
        <h2 id="incidents">{t('list.title')}</h2>
      </header>
      <Table
        caption={t('list.label')}
        head={columns.map((column) => (
          <th scope="col" key={column} className={numeric.has(column) ? 'num' : undefined}>
            {t(`list.${column}`)}
          </th>
        ))}
      >
        {rows.map((row) => (
          <tr key={row.number}>
            <th scope="row">
              <Link className="link" to="/radar/$incident" params={{ incident: String(row.number) }}>
                {t('incident', { number: row.number })}
              </Link>
            </th>
            <td>
              <Wind level={row.peak} />
            </td>
            <td>
              <Instant at={row.startedAt} />
            </td>
            <td>{row.endedAt ? <Instant at={row.endedAt} /> : t('list.goesOn')}</td>
            <td className="num">{row.comments.toLocaleString(i18n.language)}</td>
            <td className="num">{row.critics.toLocaleString(i18n.language)}</td>
            <td>
              {row.channels.map(({ id, name, platform }) => (
                <ChannelName key={id} platform={platform} name={name} />
              ))}
            </td>
            <td>{row.verdict ? t(`verdict.${row.verdict}`) : '–'}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
