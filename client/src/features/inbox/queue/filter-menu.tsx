import { lazy, Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { placeBelow } from '../../../components/place-below.ts';
import type { QueueSearch } from '../queue-search.ts';

const FilterFields = lazy(() => import('./filter-fields.tsx').then((part) => ({ default: part.FilterFields })));

/** A popover with the filters. */
export function FilterMenu({ search }: { search: QueueSearch }) {
  const { t } = useTranslation('inbox');
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button ref={anchor} kind="quiet" icon="filter" popoverTarget={id} aria-haspopup="dialog">
        {t('filter.button')}
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('filter.button')}
        className="menu filters"
        onBeforeToggle={(event) => {
          setAsked(true);
          if (anchor.current) placeBelow(event.currentTarget, anchor.current);
        }}
      >
        <Suspense>{asked && <FilterFields search={search} />}</Suspense>
      </div>
    </>
  );
}
