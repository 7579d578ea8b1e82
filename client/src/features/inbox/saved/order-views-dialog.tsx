import {
  changeTeamView,
  changeView,
  removeTeamView,
  removeView,
  type SavedView,
  saveView,
  shareView,
} from '@stammgast/shared/contract/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useMay } from '../../../api/me.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useProblemText } from '../../../components/problem-text.ts';
import { useToast } from '../../../components/toast.tsx';
import { savedViewsQuery } from './saved-views.ts';
import { ViewLine } from './view-line.tsx';

/** Names, order, sharing and removal of saved views; those of the team for leads only. */
export function OrderViewsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['views', 'common']);
  const problemText = useProblemText('views');
  const saved = useQuery(savedViewsQuery).data ?? [];
  const mayShare = useMay('view.share');
  const { error, rename, move, share, remove } = useSteps();
  const lines = (team: boolean) => {
    const views = saved.filter((view) => view.team === team);
    return views.map((view, place) => (
      <ViewLine
        key={view.id}
        view={view}
        onRename={(name) => rename(view, name)}
        onUp={place > 0 ? () => move(view, place - 1) : undefined}
        onDown={place < views.length - 1 ? () => move(view, place + 1) : undefined}
        onShare={mayShare && !team ? () => share(view) : undefined}
        onRemove={() => remove(view)}
      />
    ));
  };
  const [own, shared] = [lines(false), mayShare ? lines(true) : []];
  return (
    <Dialog
      wide
      title={t('order')}
      onClose={onClose}
      footer={
        <Button size="lg" onClick={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      {error !== null && <Notice kind="error">{problemText(error)}</Notice>}
      {own.length + shared.length === 0 && <p className="muted">{t('none')}</p>}
      {own.length > 0 && (
        <ul className="view-lines" aria-label={t('own')}>
          {own}
        </ul>
      )}
      {shared.length > 0 && (
        <>
          <h3 className="label">{t('team')}</h3>
          <ul className="view-lines" aria-label={t('team')}>
            {shared}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function useSteps() {
  const { t } = useTranslation('views');
  const client = useQueryClient();
  const toasts = useToast();
  const [error, setError] = useState<unknown>(null);
  const step = async (work: () => Promise<unknown>) => {
    setError(null);
    try {
      await work();
    } catch (reason) {
      setError(reason);
    }
    await client.invalidateQueries({ queryKey: ['views'] });
  };
  const change = (view: SavedView, body: { name?: string; place?: number }) =>
    step(() => call(view.team ? changeTeamView : changeView, { params: { viewId: view.id }, body }));
  const bringBack = async ({ name, q, team }: SavedView) => {
    const { id } = await call(saveView, { body: { name, q } });
    if (team) await call(shareView, { params: { viewId: id } });
    await client.invalidateQueries({ queryKey: ['views'] });
  };
  return {
    error,
    rename: (view: SavedView, name: string) => change(view, { name }),
    move: (view: SavedView, place: number) => change(view, { place }),
    share: (view: SavedView) => step(() => call(shareView, { params: { viewId: view.id } })),
    remove: (view: SavedView) =>
      step(async () => {
        await call(view.team ? removeTeamView : removeView, { params: { viewId: view.id } });
        toasts.show({ title: t('removed', { name: view.name }), undo: () => bringBack(view) });
      }),
  };
}
