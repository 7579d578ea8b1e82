import type { WallNumbers, WallPeriod, WallUsual } from '@stammgast/shared/contract/wall';
import { localeTag } from '@stammgast/shared/domain/locale';
import type { SearchTerm } from '@stammgast/shared/domain/search/search';
import { answeredList, periodList, slotList } from '@stammgast/shared/domain/wall-lists';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { Table } from '../../components/table.tsx';
import { FlowChart, type FlowSlot } from './flow-chart.tsx';

interface FlowPanelProps {
  readonly numbers: WallNumbers;
  readonly usual: WallUsual;
  readonly period: WallPeriod;
  readonly channel: readonly SearchTerm[];
  readonly far: boolean;
}

/** What came and what was answered: by hour today, by day else. */
export function FlowPanel({ numbers, usual, period, channel, far }: FlowPanelProps) {
  const { t, i18n } = useTranslation('wall');
  const slots = slotsOf(numbers, usual, period, i18n.language);
  const opened = numbers.flow.reduce((sum, slot) => sum + slot.opened, 0);
  const answered = numbers.flow.reduce((sum, slot) => sum + slot.answered, 0);
  const label = t(`flow.label.${period}`);
  return (
    <ChartFrame
      className="hours"
      title={t('flow.title')}
      note={t(period === 'today' ? 'flow.byHour' : 'flow.byDay')}
      draw={(width) => <FlowChart slots={slots} width={width} label={label} far={far} />}
      table={<FlowTable numbers={numbers} slots={slots} label={label} channel={channel} />}
    >
      <p className="legend meta">
        <span>
          <i className="k1" />
          <Link className="link" to="/inbox" search={{ q: periodList('opened', numbers, channel) }} data-list="opened">
            {t('flow.opened', { count: opened })}
          </Link>
        </span>
        <span>
          <i className="k2" />
          <Link className="link" to="/inbox" search={{ q: answeredList(numbers, channel) }} data-list="answered">
            {t('flow.answered', { count: answered })}
          </Link>
        </span>
        {slots.some(({ usual: known }) => known !== null) && (
          <span>
            <i className="k3" />
            {t('flow.usual')}
          </span>
        )}
      </p>
    </ChartFrame>
  );
}

/** The whole day also where it has not come yet, so that the hours do not move. */
function slotsOf({ flow }: WallNumbers, usual: WallUsual, period: WallPeriod, language: string): FlowSlot[] {
  if (period !== 'today') {
    const day = new Intl.DateTimeFormat(localeTag(language), { day: 'numeric', month: 'numeric', timeZone: 'UTC' });
    return flow.map(({ at, ...counts }) => ({ ...counts, label: day.format(new Date(at)), usual: null }));
  }
  return usual.inflow.map(({ hour, opened }) => ({
    label: String(hour),
    opened: flow[hour]?.opened ?? null,
    answered: flow[hour]?.answered ?? null,
    usual: opened,
  }));
}

function FlowTable({ numbers, slots, label, channel }: FlowTableProps) {
  const { t, i18n } = useTranslation('wall');
  const number = (value: number) => value.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  return (
    <Table
      caption={label}
      head={(['slot', 'openedColumn', 'answeredColumn', 'usual'] as const).map((column) => (
        <th scope="col" className={column === 'slot' ? undefined : 'num'} key={column}>
          {t(`flow.${column}`)}
        </th>
      ))}
    >
      {numbers.flow.map(({ at, opened, answered }, i) => {
        const usual = slots[i]?.usual;
        return (
          <tr key={at}>
            <th scope="row">{slots[i]?.label}</th>
            <td className="num">
              <Link to="/inbox" search={{ q: slotList('created', at, channel) }}>
                {number(opened)}
              </Link>
            </td>
            <td className="num">
              <Link to="/inbox" search={{ q: slotList('answered', at, channel) }}>
                {number(answered)}
              </Link>
            </td>
            <td className="num">{usual === null || usual === undefined ? '–' : number(usual)}</td>
          </tr>
        );
      })}
    </Table>
  );
}
interface FlowTableProps {
  readonly numbers: WallNumbers;
  readonly slots: readonly FlowSlot[];
  readonly label: string;
  readonly channel: readonly SearchTerm[];
}
