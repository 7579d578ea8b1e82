import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { Shape } from '../../../components/icon.tsx';
import { rowKey } from '../../../live/patch-cache.ts';

interface GhostRowProps {
  readonly row: ThreadRow;
  readonly index: number;
  readonly names: ReadonlyMap<string, string>;
  readonly onOpen: (id: string) => void;
}

/** What a row leaves behind for a moment: who finished it, and a way back. */
export function GhostRow({ row, index, names, onOpen }: GhostRowProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const me = useMe();
  const now = useQueryClient().getQueryData<ThreadRow>(rowKey(row.id)) ?? row;
  const name = row.author.name;
  return (
    <div role="row" className="row ghost" aria-rowindex={index + 1} data-row={row.id} tabIndex={-1}>
      <div role="gridcell">
        <span className="pick">
          <Shape name="done" tone="pos" />
        </span>
      </div>
      <div className="l">
        <div role="gridcell" className="snip">
          {ghostWords()}
        </div>
        <div role="gridcell">
          <button type="button" className="link meta" tabIndex={-1} onClick={() => onOpen(row.id)}>
            {t('ghost.open')}
          </button>
        </div>
      </div>
    </div>
  );

  function ghostWords(): string {
    if (now.status === 'waiting' && row.status === 'open') return t('ghost.answered', { name });
    if (now.status !== 'resolved') return t('ghost.left', { name });
    if (now.resolvedBy === null || now.resolvedBy === me.id) return t('ghost.done', { name });
    return t('ghost.doneBy', { name, who: names.get(now.resolvedBy) ?? t('common:unknownPerson') });
  }
}
