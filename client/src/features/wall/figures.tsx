import type { Part, Wall, WallNumbers, WallUsual } from '@stammgast/shared/contract/wall';
import type { SearchTerm } from '@stammgast/shared/domain/search/search';
import { newcombe } from '@stammgast/shared/domain/statistics/newcombe';
import { wilson } from '@stammgast/shared/domain/statistics/wilson';
import { type PeriodList, periodList, type StandingList, standingList } from '@stammgast/shared/domain/wall-lists';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Shape } from '../../components/icon.tsx';
import { durationParts, durationWords } from '../../i18n/duration.ts';
import { FEWEST } from './fewest.ts';

interface FiguresProps {
  readonly wall: Wall;
  readonly numbers: WallNumbers;
  readonly usual: WallUsual | undefined;
  readonly channel: readonly SearchTerm[];
}

/** Six numbers; each opens the list that it counts. */
export function Figures({ wall, numbers, usual, channel }: FiguresProps) {
  const { t } = useTranslation('wall');
  const over = wall.breached > 0 ? 'c-over' : '';
  const soon = wall.dueSoon > 0 ? 'c-soon' : '';
  return (
    <ul className="figures">
      <Standing list="open" channel={channel} n={wall.open} tone="" what={t('open')}>
        <Link className="link" to="/inbox" search={{ q: standingList('unassigned', channel) }} data-list="unassigned">
          {wall.open === 0 ? t('noneToAssign') : t('ofThemUnassigned', { count: wall.unassigned })}
        </Link>
      </Standing>
      <Standing
        list="soon"
        channel={channel}
        n={wall.dueSoon}
        tone={soon}
        what={
          <>
            <Shape name="soon" tone="c-soon" />
            {t('dueSoon')}
          </>
        }
      />
      <Standing
        list="overdue"
        channel={channel}
        n={wall.breached}
        tone={over}
        what={
          <>
            <Shape name="over" tone="c-over" />
            {t('breached')}
          </>
        }
      />
      <Median numbers={numbers} usual={usual} channel={channel} />
      <Percent
        list="kept"
        of="decided"
        share={numbers.kept}
        usual={usual?.kept}
        numbers={numbers}
        channel={channel}
        what={t('kept')}
      />
      <Percent
        list="negative"
        of="opened"
        share={numbers.negative}
        usual={usual?.negative}
        numbers={numbers}
        channel={channel}
        what={t('negative')}
      />
    </ul>
  );
}

/** Below the number stands another with a list of its own, or what the number does. */
function Standing({ list, channel, n, what, tone, children }: StandingProps) {
  const { t, i18n } = useTranslation('wall');
  return (
    <li>
      <Link to="/inbox" search={{ q: standingList(list, channel) }} data-list={list}>
        <span className="what">{what}</span>
        <span className={`figure ${tone}`}>{n.toLocaleString(i18n.language)}</span>
        {!children && <span className="meta">{t('showList')}</span>}
      </Link>
      {children && <p className="meta">{children}</p>}
    </li>
  );
}
interface StandingProps {
  readonly list: StandingList;
  readonly channel: readonly SearchTerm[];
  readonly n: number;
  readonly what: ReactNode;
  readonly tone: string;
  readonly children?: ReactNode;
}

function Median({ numbers, usual, channel }: Omit<FiguresProps, 'wall'>) {
  const { t } = useTranslation(['wall', 'durations']);
  const { n, median } = numbers.answering;
  const usually = usual && usual.answering.n >= FEWEST ? usual.answering.median.minutes : null;
  const few = n > 0 && n < FEWEST;
  return (
    <li>
      <Link to="/inbox" search={{ q: periodList('promised', numbers, channel) }} data-list="promised">
        <span className="what">{t('median')}</span>
        {few || median.minutes === null ? (
          <span className="figure absent">{few ? t('reached.few') : t(n === 0 ? 'noData' : 'notHalf')}</span>
        ) : (
          <span className="figure">
            {durationParts(median.minutes, { days: true }).map((part) => (
              <span key={part.unit}>
                {part.n} <small>{t(`durations:unit.${part.unit}`)}</small>{' '}
              </span>
            ))}
          </span>
        )}
        <span className="meta">
          {[
            t('n', { count: n }),
            usually !== null && t('usually', { value: durationWords(t, usually, { days: true }) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Link>
    </li>
  );
}

function Percent({ list, of, share, usual, numbers, channel, what }: PercentProps) {
  const { t, i18n } = useTranslation('wall');
  const { part, whole } = share;
  const percent = (value: number) => Math.round(value * 100).toLocaleString(i18n.language);
  const interval = wilson(part, whole);
  const few = whole < FEWEST;
  const compared = !few && usual && usual.whole >= FEWEST;
  return (
    <li>
      <Link to="/inbox" search={{ q: periodList(list, numbers, channel) }} data-list={list}>
        <span className="what">{what}</span>
        {few || !interval ? (
          <span className="figure absent">{whole === 0 ? t('noData') : t('tooFew', { part, whole })}</span>
        ) : (
          <span className="figure">
            {new Intl.NumberFormat(i18n.language, { style: 'percent' })
              .formatToParts(part / whole)
              .map(({ type, value }) => (type === 'percentSign' ? <small key={type}>{value}</small> : value))}
          </span>
        )}
      </Link>
      <p className="meta">
        <Link className="link" to="/inbox" search={{ q: periodList(of, numbers, channel) }} data-list={of}>
          {t('n', { count: whole })}
        </Link>
        {/* One text beside a link that keeps its width: parts that move each other would be a shift of the page. */}
        {!few && interval && ` · ${t('part', { part, from: percent(interval.from), to: percent(interval.to) })}`}
      </p>
      <p className="meta">
        {compared && t(`against.${against(share, usual)}`, { percent: percent(usual.part / usual.whole) })}
      </p>
    </li>
  );
}
interface PercentProps {
  readonly list: PeriodList;
  /** All of whom it is a part. */
  readonly of: PeriodList;
  readonly share: Part;
  readonly usual: Part | undefined;
  readonly numbers: WallNumbers;
  readonly channel: readonly SearchTerm[];
  readonly what: string;
}

/** Says "more" only where the interval of the difference leaves no doubt. */
function against(share: Part, usual: Part): 'more' | 'less' | 'same' {
  const difference = newcombe(share, usual);
  if (difference && difference.from > 0) return 'more';
  return difference && difference.to < 0 ? 'less' : 'same';
}
