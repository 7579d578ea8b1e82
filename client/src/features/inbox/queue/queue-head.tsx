import { useNavigate } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import type { QueueSearch } from '../queue-search.ts';
import { useCounts } from '../use-counts.ts';
import { viewOf, views } from '../views.ts';
import { FilterMenu } from './filter-menu.tsx';
import { SearchBox } from './search-box.tsx';
import type { SearchField } from './use-search-field.ts';

interface QueueHeadProps {
  readonly search: QueueSearch;
  readonly field: SearchField;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

/** Which view this is, the search field and the filters. */
export function QueueHead({ search, field, searchField }: QueueHeadProps) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const counts = useCounts();
  const view = viewOf(search);
  return (
    <header className="pane-head">
      <div className="line">
        <h1 className="title">
          <Menu
            label={t('chooseView')}
            button={(props) => (
              <button type="button" className="view" {...props}>
                {t(`views.${view.name}`)}
                {view.count && <span className="count">{counts.show(view.count)}</span>}
                <Icon name="down" />
              </button>
            )}
          >
            {views.map((one) => (
              <MenuItem
                key={one.name}
                checked={one === view}
                end={one.count && counts.show(one.count)}
                onChoose={() => void navigate({ to: '/inbox', search: one.search })}
              >
                {t(`views.${one.name}`)}
              </MenuItem>
            ))}
          </Menu>
        </h1>
      </div>
      <div className="line">
        <SearchBox field={field} input={searchField} />
        <FilterMenu search={search} />
      </div>
    </header>
  );
}
