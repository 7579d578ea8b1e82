import { useNavigate } from '@tanstack/react-router';
import { type Ref, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon.tsx';
import { Kbd } from '../../../components/kbd.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import type { QueueSearch } from '../queue-search.ts';
import { useCounts } from '../use-counts.ts';
import { furtherViews, viewOf, views } from '../views.ts';
import { FilterMenu } from './filter-menu.tsx';

/** Which view this is, the search field and the filters. */
export function QueueHead({ search, searchField }: { search: QueueSearch; searchField: Ref<HTMLInputElement> }) {
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
                {view ? t(`views.${view.name}`) : t('views.custom')}
                {view?.count && <span className="count">{counts.show(view.count)}</span>}
                <Icon name="down" />
              </button>
            )}
          >
            {[...views, ...furtherViews].map((one) => (
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
        <SearchField search={search} searchField={searchField} />
        <FilterMenu search={search} />
      </div>
    </header>
  );
}

const typingMilliseconds = 250;

function SearchField({ search, searchField }: { search: QueueSearch; searchField: Ref<HTMLInputElement> }) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const [text, setText] = useState(search.text ?? '');
  useEffect(() => setText(search.text ?? ''), [search.text]);
  useEffect(() => {
    const wanted = text.trim() || undefined;
    if (wanted === search.text) return;
    const timer = setTimeout(() => {
      const { text: _, ...rest } = search;
      void navigate({ to: '/inbox', search: wanted ? { ...rest, text: wanted } : rest, replace: true });
    }, typingMilliseconds);
    return () => clearTimeout(timer);
  }, [text, search, navigate]);
  return (
    <label className="search">
      <Icon name="search" />
      <span className="sr">{t('search.label')}</span>
      <input
        ref={searchField}
        type="search"
        value={text}
        placeholder={t('search.placeholder')}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
      />
      <Kbd command="search" />
    </label>
  );
}
