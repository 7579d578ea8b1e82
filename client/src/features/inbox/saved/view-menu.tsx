import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';
import { type QueueSearch, textOf } from '../queue-search.ts';
import { useCounts } from '../use-counts.ts';
import { viewOf, views } from '../views.ts';
import { savedViewOf, useSavedViews } from './saved-views.ts';

const SaveViewDialog = lazyWithWords(() => import('./save-view-dialog.tsx').then((part) => part.SaveViewDialog));
const OrderViewsDialog = lazyWithWords(() => import('./order-views-dialog.tsx').then((part) => part.OrderViewsDialog));

/** Which view this is, and the way to the others: standard and saved ones. */
export function ViewMenu({ search }: { search: QueueSearch }) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const counts = useCounts();
  const saved = useSavedViews();
  const [dialog, setDialog] = useState<'save' | 'order' | null>(null);
  const kept = savedViewOf(saved, search);
  const view = kept ? undefined : viewOf(search);
  const open = (next: QueueSearch) => void navigate({ to: '/inbox', search: next });
  const count = kept ? kept.count : view?.count && counts.show(view.count);
  const close = () => setDialog(null);
  return (
    <>
      <h1 className="title">
        <Menu
          label={t('chooseView')}
          button={(props) => (
            <button type="button" className="view" {...props}>
              {kept ? kept.name : view && t(`views.${view.name}`)}
              {count && <span className="count">{count}</span>}
              <Icon name="down" />
            </button>
          )}
        >
          {views.map((one) => (
            <MenuItem
              key={one.name}
              checked={one === view}
              end={one.count && counts.show(one.count)}
              onChoose={() => open(one.search)}
            >
              {t(`views.${one.name}`)}
            </MenuItem>
          ))}
          {saved.length > 0 && <hr />}
          {saved.map((one) => (
            <MenuItem key={one.id} checked={one.id === kept?.id} end={one.count} onChoose={() => open(one.search)}>
              {one.name}
            </MenuItem>
          ))}
          <hr />
          <MenuItem disabled={kept !== undefined} onChoose={() => setDialog('save')}>
            {t('keepView')}
          </MenuItem>
          <MenuItem disabled={saved.length === 0} onChoose={() => setDialog('order')}>
            {t('orderViews')}
          </MenuItem>
        </Menu>
      </h1>
      <Suspense>
        {dialog === 'save' && <SaveViewDialog q={textOf(search)} onClose={close} />}
        {dialog === 'order' && <OrderViewsDialog onClose={close} />}
      </Suspense>
    </>
  );
}
