import type { SearchError } from '@stammgast/shared/domain/search/search-error';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { mended } from './mended.ts';
import type { SearchField } from './use-search-field.ts';

export const searchErrorId = 'search-error';

/** Why the search cannot be read, with the nearest word that is known. */
export function SearchErrorLine({ field }: { field: SearchField }) {
  const { t } = useTranslation('inbox');
  const { error, text, apply } = field;
  const better = error && mended(text, error);
  return (
    <div className="search-error" id={searchErrorId} role="status">
      {error && (
        <>
          <Icon name="alert" />
          <span>{wordsFor(error)}</span>
          {better !== null && (
            <Button kind="quiet" onClick={() => apply(better)}>
              {t('search.instead', { word: error.nearest })}
            </Button>
          )}
        </>
      )}
    </div>
  );

  function wordsFor({ code, typed, nearest }: SearchError): string {
    return t(`search.errors.${code.replace('.', '-') as 'key-unknown'}`, { typed, nearest });
  }
}
