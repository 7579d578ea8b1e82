import type { RefObject } from 'react';
import type { QueueSearch } from '../queue-search.ts';
import { ViewMenu } from '../saved/view-menu.tsx';
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
  return (
    <header className="pane-head">
      <div className="line">
        <ViewMenu search={search} />
      </div>
      <div className="line">
        <SearchBox field={field} input={searchField} />
        <FilterMenu search={search} />
      </div>
    </header>
  );
}
