import type { WallUsual } from '@stammgast/shared/contract/wall';
import type { SearchTerm } from '@stammgast/shared/domain/search/search';
import { hourList } from '@stammgast/shared/domain/wall-lists';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeTag } from '../../i18n/locale-tag.ts';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [0, 1, 2, 3, 4, 5, 6];
/** How dark a cell is, besides the number that stands in it. */
const LEVELS = 5;

const moves: Readonly<Record<string, readonly [weekdays: number, hours: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** When people write: weekday by hour, one tab stop, arrow keys inside. */
export function HeatMap({ heat, channel }: { heat: WallUsual['heat']; channel: readonly SearchTerm[] }) {
  const { t, i18n } = useTranslation('wall');
  const [at, setAt] = useState<readonly [number, number]>([0, 9]);
  const most = Math.max(1, ...heat.cells.map(({ opened }) => opened));
  // 1970-01-05 was a Monday.
  const name = (weekday: number, style: 'short' | 'long') =>
    new Date(Date.UTC(1970, 0, 5 + weekday)).toLocaleDateString(localeTag(i18n.language), {
      weekday: style,
      timeZone: 'UTC',
    });
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const by = moves[event.key];
    if (!by) return;
    event.preventDefault();
    const next = [(at[0] + by[0] + 7) % 7, (at[1] + by[1] + 24) % 24] as const;
    setAt(next);
    event.currentTarget
      .closest('table')
      ?.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)
      ?.focus();
  };
  return (
    <section className="heat" aria-labelledby="heat">
      <header className="block-head">
        <h2 id="heat">{t('heat.title')}</h2>
        <span className="meta">{t('heat.note')}</span>
      </header>
      <div className="scroller">
        <table aria-labelledby="heat">
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th scope="col" key={hour}>
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{name(weekday, 'short')}</th>
                {hours.map((hour) => {
                  const opened = heat.cells[weekday * 24 + hour]?.opened ?? 0;
                  const days = heat.days[weekday] ?? [];
                  return (
                    <td key={hour} data-level={Math.ceil((opened / most) * LEVELS)}>
                      <Link
                        to="/inbox"
                        search={{ q: hourList(days, hour, channel) }}
                        data-cell={`${weekday} ${hour}`}
                        tabIndex={weekday === at[0] && hour === at[1] ? 0 : -1}
                        onKeyDown={move}
                        aria-label={t('heat.cell', { weekday: name(weekday, 'long'), hour, count: opened })}
                      >
                        {opened.toLocaleString(i18n.language)}
                      </Link>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
