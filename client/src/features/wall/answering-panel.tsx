import type { Answering, WallNumbers, WallPeriod, WallUsual } from '@stammgast/shared/contract/wall';
import type { SearchTerm } from '@stammgast/shared/domain/search/search';
import { periodList } from '@stammgast/shared/domain/wall-lists';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { Table } from '../../components/table.tsx';
import { durationWords } from '../../i18n/duration.ts';
import { CurveChart } from './curve-chart.tsx';
import { FEWEST } from './fewest.ts';
import { ReachedTable } from './reached-table.tsx';

const times = [15, 30, 60, 120, 240, 480, 1440, 2880];

interface AnsweringPanelProps {
  readonly numbers: WallNumbers;
  readonly usual: WallUsual;
  readonly period: WallPeriod;
  readonly channel: readonly SearchTerm[];
  readonly far: boolean;
}

/** How long people wait for the first answer: those still waiting are part of the curve. */
export function AnsweringPanel({ numbers, usual, period, channel, far }: AnsweringPanelProps) {
  const { t } = useTranslation(['wall', 'durations']);
  const names = { today: t(`period.${period}`), usual: t('usual') };
  return (
    <ChartFrame
      className="curve"
      title={t('curve.title')}
      note={t(`curve.note.${period}`)}
      draw={(width) => (
        <CurveChart
          today={drawn(numbers.answering)}
          usual={drawn(usual.answering)}
          width={width}
          names={names}
          far={far}
        />
      )}
      table={<CurveTable today={numbers.answering} usual={usual.answering} names={names} />}
    >
      <ReachedTable today={numbers.answering} usual={usual.answering} names={names} />
      <Reading numbers={numbers} channel={channel} />
    </ChartFrame>
  );
}

/** Of few there is no curve: it would be read as shares. */
const drawn = (answering: Answering): Answering =>
  answering.n >= FEWEST ? answering : { ...answering, curve: [], median: { ...answering.median, minutes: null } };

/** How many there are, and how many of them still wait. */
function Reading({ numbers, channel }: ReadingProps) {
  const { t } = useTranslation('wall');
  const { n, stillOpen } = numbers.answering;
  return (
    <p className="reading muted">
      <Link className="link" to="/inbox" search={{ q: periodList('promised', numbers, channel) }} data-list="promised">
        {t('n', { count: n })}
      </Link>
      {' · '}
      <Link className="link" to="/inbox" search={{ q: periodList('running', numbers, channel) }} data-list="running">
        {t('reading.open', { count: stillOpen })}
      </Link>
    </p>
  );
}
interface ReadingProps {
  readonly numbers: WallNumbers;
  readonly channel: readonly SearchTerm[];
}

function CurveTable({ today, usual, names }: CurveTableProps) {
  const { t, i18n } = useTranslation(['wall', 'durations']);
  const percent = (value: number | null) =>
    value === null ? '–' : value.toLocaleString(i18n.language, { style: 'percent' });
  return (
    <Table
      caption={t('curve.label')}
      head={
        <>
          <th scope="col">{t('curve.within')}</th>
          <th scope="col" className="num">
            {names.today}
          </th>
          <th scope="col" className="num">
            {t('curve.band')}
          </th>
          <th scope="col" className="num">
            {names.usual}
          </th>
        </>
      }
    >
      {times.map((minutes) => {
        const now = pointBy(today.curve, minutes);
        return (
          <tr key={minutes}>
            <th scope="row">{durationWords(t, minutes, { days: true })}</th>
            <td className="num">{percent(today.n < FEWEST ? null : (now?.share ?? 0))}</td>
            <td className="num">
              {today.n >= FEWEST && now && now.from !== null && now.to !== null
                ? `${percent(now.from)}–${percent(now.to)}`
                : '–'}
            </td>
            <td className="num">{percent(usual.n < FEWEST ? null : (pointBy(usual.curve, minutes)?.share ?? 0))}</td>
          </tr>
        );
      })}
    </Table>
  );
}
interface CurveTableProps {
  readonly today: Answering;
  readonly usual: Answering;
  readonly names: { readonly today: string; readonly usual: string };
}

/** The last point of a curve up to a time. */
const pointBy = (curve: Answering['curve'], minutes: number) => curve.findLast((point) => point.minutes <= minutes);
