import type { WallHours, WallScope, WallUsual } from '@stammgast/shared/contract/wall';
import type { SearchTerm } from '@stammgast/shared/domain/search/search';
import { hourList } from '@stammgast/shared/domain/wall-lists';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Skeleton } from '../../components/states.tsx';
import { durationWords } from '../../i18n/duration.ts';
import { FEWEST } from './fewest.ts';
import { type HourCell, HourGrid, LEVELS } from './hour-grid.tsx';
import { shortDuration } from './short-duration.ts';
import { useHours } from './use-wall.ts';
import { type HeatView, heatViews } from './wall-search.ts';

interface HeatMapProps {
  readonly heat: WallUsual['heat'];
  readonly channel: readonly SearchTerm[];
  readonly scope: WallScope;
  readonly view: HeatView;
  readonly onView: (view: HeatView) => void;
}

/** The hours of the week: when people write, or how long they wait for the first answer. */
export function HeatMap({ heat, channel, scope, view, onView }: HeatMapProps) {
  const { t } = useTranslation('wall');
  const name = useId();
  const hours = useHours(scope, view === 'answers');
  return (
    <section className={`heat ${view}`} aria-labelledby="heat">
      <header className="block-head">
        <h2 id="heat">{t(`heat.title.${view}`)}</h2>
        <span className="meta">{t(`heat.note.${view}`)}</span>
        <fieldset className="group end">
          <legend className="sr">{t('heat.shows')}</legend>
          <span className="seg radio">
            {heatViews.map((one) => (
              <label key={one}>
                <input type="radio" name={name} checked={one === view} onChange={() => onView(one)} />
                {t(`heat.view.${one}`)}
              </label>
            ))}
          </span>
        </fieldset>
      </header>
      {view === 'inflow' && <Inflow heat={heat} channel={channel} />}
      {view === 'answers' && hours.data && <Answers hours={hours.data} channel={channel} />}
      {view === 'answers' && !hours.data && <Missing error={hours.error} onRetry={() => void hours.refetch()} />}
    </section>
  );
}

function Missing({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const { t } = useTranslation('wall');
  return error ? <Failed error={error} title={t('failed')} onRetry={onRetry} /> : <Skeleton lines={7} />;
}

function Inflow({ heat, channel }: Pick<HeatMapProps, 'heat' | 'channel'>) {
  const { t, i18n } = useTranslation('wall');
  const most = Math.max(1, ...heat.cells.map(({ opened }) => opened));
  const cellOf = (weekday: number, hour: number, name: string): HourCell => {
    const opened = heat.cells[weekday * 24 + hour]?.opened ?? 0;
    return {
      text: opened.toLocaleString(i18n.language),
      label: t('heat.cell', { weekday: name, hour, count: opened }),
      q: hourList('opened', heat.days[weekday] ?? [], hour, channel),
      level: Math.ceil((opened / most) * LEVELS),
    };
  };
  return <HourGrid labelledBy="heat" cellOf={cellOf} />;
}

function Answers({ hours, channel }: { hours: WallHours; channel: readonly SearchTerm[] }) {
  const { t, i18n } = useTranslation(['wall', 'durations']);
  const enough = hours.cells.filter(({ n }) => n >= FEWEST);
  const longest = Math.max(1, ...enough.map(({ median }) => median.minutes ?? 0));
  const read = (cell: WallHours['cells'][number] | undefined) => {
    if (!cell || cell.n === 0) return { text: '–', reading: t('noData'), level: 0 };
    if (cell.n < FEWEST) return { text: t('heat.few', { n: FEWEST }), reading: t('heat.tooFew'), level: 0 };
    const { minutes } = cell.median;
    if (minutes === null) return { text: t('heat.open'), reading: t('notHalf'), level: LEVELS };
    return {
      text: shortDuration(t, minutes, i18n.language),
      reading: t('heat.median', { time: durationWords(t, minutes, { days: true }) }),
      level: Math.ceil((minutes / longest) * LEVELS),
    };
  };
  const cellOf = (weekday: number, hour: number, name: string): HourCell => {
    const cell = hours.cells[weekday * 24 + hour];
    const { text, reading, level } = read(cell);
    return {
      ...{ text, level },
      label: t('heat.answered', { weekday: name, hour, reading, count: cell?.n ?? 0 }),
      q: hourList('promised', hours.days[weekday] ?? [], hour, channel),
    };
  };
  return (
    <>
      <HourGrid labelledBy="heat" cellOf={cellOf} />
      <p className="meta">{t('heat.legend', { n: FEWEST })}</p>
    </>
  );
}
