import { localeTag } from '@stammgast/shared/domain/locale';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [0, 1, 2, 3, 4, 5, 6];

/** How many shades there are, besides what stands in the cell. */
export const LEVELS = 5;

export interface HourCell {
  readonly text: string;
  /** The same in words. */
  readonly label: string;
  /** The list behind it. */
  readonly q: string;
  readonly level: number;
}

const moves: Readonly<Record<string, readonly [weekdays: number, hours: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The hours of the week: one tab stop, arrow keys inside. */
export function HourGrid({ labelledBy, cellOf }: HourGridProps) {
  const { i18n } = useTranslation();
  const [at, setAt] = useState<readonly [number, number]>([0, 9]);
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
    <div className="scroller">
      <table aria-labelledby={labelledBy}>
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
                const { text, label, q, level } = cellOf(weekday, hour, name(weekday, 'long'));
                return (
                  <td key={hour} data-level={level}>
                    <Link
                      to="/inbox"
                      search={{ q }}
                      data-cell={`${weekday} ${hour}`}
                      tabIndex={weekday === at[0] && hour === at[1] ? 0 : -1}
                      onKeyDown={move}
                      aria-label={label}
                      title={label}
                    >
                      {text}
                    </Link>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
interface HourGridProps {
  readonly labelledBy: string;
  /** What stands at an hour of a weekday, which has this name. */
  readonly cellOf: (weekday: number, hour: number, name: string) => HourCell;
}
