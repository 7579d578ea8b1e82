import type { Report, ReportNumbers } from '@stammgast/shared/contract/reports';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '../../components/channel-name.tsx';
import { Table } from '../../components/table.tsx';
import { measureNames } from './measures.ts';
import { useReportWords } from './use-report-words.ts';

/** The whole period, and each of its parts: what the drawings show, in numbers. */
export function PeriodTable({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const words = useReportWords();
  return (
    <Measures caption={t('table.periods')} first={t('table.period')}>
      {report.total.buckets.map((numbers, index) => {
        const bucket = report.buckets[index];
        if (!bucket) return null;
        return <Row key={bucket.from} name={words.bucket(bucket, report.grain)} numbers={numbers} />;
      })}
      <Row name={t('table.all')} numbers={report.total.total} strong />
    </Measures>
  );
}

/** Each group of the breakdown over the whole period. */
export function GroupTable({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  return (
    <Measures caption={t('table.byGroup', { by: t(`by.${report.by}`) })} first={t(`by.${report.by}`)}>
      {report.groups.map(({ key, total }) => (
        <Row key={key ?? ''} name={<GroupName report={report} name={key} />} numbers={total} />
      ))}
      <Row name={t('table.all')} numbers={report.total.total} strong />
    </Measures>
  );
}

function GroupName({ report, name }: { report: Report; name: string | null }) {
  const words = useReportWords();
  const channel = report.by === 'channel' ? report.channels.find(({ id }) => id === name) : undefined;
  return channel ? <ChannelName platform={channel.platform} name={channel.name} /> : words.group(report, name);
}

function Measures({ caption, first, children }: { caption: string; first: string; children: ReactNode }) {
  const { t } = useTranslation('reports');
  return (
    <Table
      caption={caption}
      head={
        <>
          <th scope="col">{first}</th>
          {measureNames.map((name) => (
            <th scope="col" className="num" key={name}>
              {t(`short.${name}`)}
            </th>
          ))}
        </>
      }
    >
      {children}
    </Table>
  );
}

function Row({ name, numbers, strong = false }: { name: ReactNode; numbers: ReportNumbers; strong?: boolean }) {
  const words = useReportWords();
  return (
    <tr className={strong ? 'whole' : undefined}>
      <th scope="row">{name}</th>
      {measureNames.map((measure) => (
        <td className={words.isSparse(numbers, measure) ? 'num two-lines sparse' : 'num two-lines'} key={measure}>
          {words.value(numbers, measure)}
          <small>{words.interval(numbers, measure)}</small>
          <small>{words.cases(numbers, measure)}</small>
          {words.tails(numbers, measure).map((tail) => (
            <small className="tail" key={tail}>
              {tail}
            </small>
          ))}
        </td>
      ))}
    </tr>
  );
}
