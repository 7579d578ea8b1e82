import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '../../components/channel-name.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { QualityLine } from './quality-line.tsx';
import { figuresQuery } from './queries.ts';

const windows = [30, 90, 365] as const;

/** Quality by channel and topic. There is no list of people, and none can be made. */
export function QualityView() {
  const { t } = useTranslation(['review', 'common']);
  const [days, setDays] = useState<number>(90);
  const found = useQuery(figuresQuery(days));
  const name = useId();
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={6} />;
  const { all, channels, topics, critical } = found.data;
  const errors = critical.filter(({ n }) => n > 0);
  return (
    <div className="quality-view">
      <fieldset className="group">
        <legend className="sr">{t('quality.window')}</legend>
        <span className="seg radio">
          {windows.map((one) => (
            <label key={one}>
              <input type="radio" name={name} checked={one === days} onChange={() => setDays(one)} />
              {t('quality.days', { count: one })}
            </label>
          ))}
        </span>
      </fieldset>
      <p className="all-quality">
        <span className="label">{t('quality.all')}</span> <QualityLine quality={all} />
      </p>
      <Table
        caption={t('quality.byChannel')}
        head={
          <>
            <th scope="col">{t('quality.channel')}</th>
            <th scope="col">{t('quality.title')}</th>
          </>
        }
      >
        {channels.map((channel) => (
          <tr key={channel.id}>
            <th scope="row">
              <ChannelName platform={channel.platform} name={channel.name} />
            </th>
            <td>
              <QualityLine quality={channel} />
            </td>
          </tr>
        ))}
      </Table>
      <Table
        caption={t('quality.byTopic')}
        head={
          <>
            <th scope="col">{t('quality.topic')}</th>
            <th scope="col">{t('quality.title')}</th>
          </>
        }
      >
        {topics.map((topic) => (
          <tr key={topic.topic}>
            <th scope="row">{t(`common:topics.${topic.topic}`)}</th>
            <td>
              <QualityLine quality={topic} />
            </td>
          </tr>
        ))}
      </Table>
      <section>
        <h2 className="label">{t('critical.title')}</h2>
        {errors.length === 0 && <p className="muted">{t('quality.noErrors')}</p>}
        <ul>
          {errors.map(({ error, n }) => (
            <li key={error}>
              {t(`critical.${error}`)}: <b>{n}</b>
            </li>
          ))}
        </ul>
      </section>
      <p className="meta page-lead">{t('quality.note')}</p>
    </div>
  );
}
