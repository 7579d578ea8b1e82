import type { Snippet } from '@stammgast/shared/contract/snippets';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon.tsx';
import { Empty } from '../../components/states.tsx';
import { findSnippets } from './find-snippets.ts';
import { SnippetTable } from './snippet-table.tsx';

interface SnippetListProps {
  readonly snippets: readonly Snippet[];
  readonly mayManage: boolean;
  readonly onOpen: (snippet: Snippet) => void;
  readonly onRemove: (snippet: Snippet) => void;
}

/** The snippets by name, or those that are looked for. */
export function SnippetList({ snippets, mayManage, onOpen, onRemove }: SnippetListProps) {
  const { t } = useTranslation('snippet-page');
  const [typed, setTyped] = useState('');
  const found = findSnippets(snippets, typed);
  return (
    <>
      <div className="snippet-tools">
        <label className="search">
          <Icon name="search" />
          <input
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <span className="muted small" role="status">
          {t('count', { count: found.length })}
        </span>
        {!mayManage && <span className="muted small">{t('readOnly')}</span>}
      </div>
      {found.length > 0 ? (
        <SnippetTable snippets={found} mayManage={mayManage} onOpen={onOpen} onRemove={onRemove} />
      ) : (
        <Empty
          title={t('noMatch.title')}
          action={
            <button type="button" className="btn" onClick={() => setTyped('')}>
              {t('noMatch.all')}
            </button>
          }
        />
      )}
    </>
  );
}
