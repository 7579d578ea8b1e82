import type { Wall } from '@stammgast/shared/contract/wall';
import { defaultViews } from '@stammgast/shared/domain/search/default-views';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Shape } from '../../components/icon.tsx';
import { durationParts } from '../../i18n/duration.ts';

/** Six numbers; each that has a list behind it opens the list. */
export function Figures({ wall }: { wall: Wall }) {
  const { t, i18n } = useTranslation('wall');
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <ul className="figures">
      <li>
        <Link to="/inbox" search={{}}>
          <span className="what">{t('open')}</span>
          <span className="figure">{number(wall.open)}</span>
          <span className="meta">{t('showList')}</span>
        </Link>
      </li>
      <li>
        <Link to="/inbox" search={{ q: defaultViews.soon }}>
          <span className="what">
            <Shape name="soon" tone="c-soon" />
            {t('dueSoon')}
          </span>
          <span className={wall.dueSoon > 0 ? 'figure c-soon' : 'figure'}>{number(wall.dueSoon)}</span>
          <span className="meta">{t('showList')}</span>
        </Link>
      </li>
      <li>
        <Link to="/inbox" search={{ q: defaultViews.overdue }}>
          <span className="what">
            <Shape name="over" tone="c-over" />
            {t('breached')}
          </span>
          <span className={wall.breached > 0 ? 'figure c-over' : 'figure'}>{number(wall.breached)}</span>
          <span className="meta">{t('showList')}</span>
        </Link>
      </li>
      <li>
        <Link to="/inbox" search={{ q: defaultViews.unassigned }}>
          <span className="what">{t('unassigned')}</span>
          <span className="figure">{number(wall.unassigned)}</span>
          <span className="meta">{t('showList')}</span>
        </Link>
      </li>
      <li>
        <TimeFigure what={t('median')} minutes={wall.firstResponse.medianMinutes} n={wall.firstResponse.n} />
      </li>
      <li>
        <TimeFigure what={t('p90')} minutes={wall.firstResponse.p90Minutes} n={wall.firstResponse.n} />
      </li>
    </ul>
  );
}

function TimeFigure({ what, minutes, n }: { what: ReactNode; minutes: number | null; n: number }) {
  const { t } = useTranslation(['wall', 'durations']);
  return (
    <span className="cell">
      <span className="what">{what}</span>
      {minutes === null ? (
        <span className="figure absent">{t('noData')}</span>
      ) : (
        <span className="figure">
          {durationParts(minutes, { days: true }).map((part) => (
            <span key={part.unit}>
              {part.n} <small>{t(`durations:unit.${part.unit}`)}</small>{' '}
            </span>
          ))}
        </span>
      )}
      <span className="meta">{t('n', { count: n })}</span>
    </span>
  );
}
