import { printNode } from '@stammgast/shared/domain/search/print';
import type { SearchLanguage } from '@stammgast/shared/domain/search/vocabulary';
import { useTranslation } from 'react-i18next';
import { FilterChip } from '../../../components/tag.tsx';
import type { QueueSearch } from '../queue-search.ts';
import { withoutPart } from '../search-parts.ts';
import { narrowingOf } from '../views.ts';
import { filterWords } from './filter-words.ts';
import { useSearchChange } from './use-search-change.ts';

/** The parts that narrow the view, each with a way to take it off. */
export function FilterChips({ search: address }: { search: QueueSearch }) {
  const { t } = useTranslation(['inbox', 'common']);
  const language = useSearchLanguage();
  const { search, change } = useSearchChange(address);
  const on = narrowingOf(address);
  if (on.length === 0) return null;
  return (
    <div className="chips">
      {on.map((part) => (
        <FilterChip
          key={printNode(part, 'en')}
          label={t('filter.remove', { filter: printNode(part, language) })}
          onRemove={() => change(withoutPart(search, part))}
        >
          {filterWords(part, language, (platform) => t(`common:platforms.${platform}`))}
        </FilterChip>
      ))}
    </div>
  );
}

/** The language that searches are written in here. */
export function useSearchLanguage(): SearchLanguage {
  return useTranslation().i18n.language.startsWith('de') ? 'de' : 'en';
}
