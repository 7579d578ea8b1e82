import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.ts';
import { Icon } from '../../components/icon.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import type { ReviewView } from './review-search.ts';

/** What this person may open, in order. */
export function useViews(): ReviewView[] {
  const { may } = useMe();
  const reviews = may.includes('review.write');
  return [
    ...(reviews ? (['sample'] as const) : []),
    ...(may.includes('review.read') ? (['quality'] as const) : []),
    'examples',
    ...(reviews ? (['calibration'] as const) : []),
    ...(may.includes('reply.write') ? (['mine'] as const) : []),
    ...(may.includes('house.manage') ? (['settings'] as const) : []),
  ].toSorted((a, b) => Number(b === 'mine' && !reviews) - Number(a === 'mine' && !reviews)) as ReviewView[];
}

export function ViewTabs({ view }: { view: ReviewView }) {
  const { t } = useTranslation('review');
  const views = useViews();
  return (
    <nav className="tabs review-tabs" aria-label={t('views.label')}>
      {views.map((one) => (
        <Link key={one} to="/review" search={{ view: one }} aria-current={one === view ? 'page' : undefined}>
          {t(`views.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

/** The same where there is little room. */
export function ViewMenu() {
  const { t } = useTranslation('review');
  const navigate = useNavigate();
  const others = useViews().filter((view) => view !== 'sample');
  return (
    <span className="end">
      <Menu
        label={t('views.label')}
        button={(props) => (
          <button type="button" className="btn quiet" {...props}>
            {t('views.more')}
            <Icon name="down" />
          </button>
        )}
      >
        {others.map((view) => (
          <MenuItem key={view} onChoose={() => void navigate({ to: '/review', search: { view } })}>
            {t(`views.${view}`)}
          </MenuItem>
        ))}
      </Menu>
    </span>
  );
}
