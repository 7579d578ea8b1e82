import type { IncidentHour } from '@stammgast/shared/contract/radar';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { Table } from '../../components/table.tsx';
import { useTimes } from '../../components/use-times.ts';
import { serverNow } from '../../live/server-clock.ts';
import { HourChart } from './hour-chart.tsx';

/** Criticism by the hour against what is usual. */
export function HourPanel({ hours }: { hours: readonly IncidentHour[] }) {
  const { t } = useTranslation('radar');
  const known = hours.some(({ usualUpTo }) => usualUpTo !== null);
  return (
    <ChartFrame
      title={t('hours.title')}
      draw={(width) => <HourChart hours={hours} width={width} label={t('hours.label')} />}
      table={<HourTable hours={hours} />}
    >
      <p className="legend meta">
        <span>
          <i className="k1" />
          {t('hours.comments')}
        </span>
        {known && (
          <span>
            <i className="k4" />
            {t('hours.band')}
          </span>
        )}
        {!known && <span>{t('hours.unknown')}</span>}
      </p>
    </ChartFrame>
  );
}

function HourTable({ hours }: { hours: readonly IncidentHour[] }) {
  const { t, i18n } = useTranslation('radar');
  const times = useTimes();
  const number = (value: number | null) =>
    value === null ? '–' : value.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  return (
    <Table
      caption={t('hours.label')}
      head={(['hour', 'comments', 'expected', 'usualUpTo', 'answered'] as const).map((column) => (
        <th scope="col" className={column === 'hour' ? undefined : 'num'} key={column}>
          {t(`hours.${column}`)}
        </th>
      ))}
    >
      {hours.map(({ at, comments, expected, usualUpTo, threads, answered }) => (
        <tr key={at}>
          <th scope="row">{times.instant(at, serverNow())}</th>
          <td className="num">{number(comments)}</td>
          <td className="num">{number(expected)}</td>
          <td className="num">{number(usualUpTo)}</td>
          <td className="num">{threads === 0 ? '–' : t('hours.of', { answered, threads })}</td>
        </tr>
      ))}
    </Table>
  );
}
