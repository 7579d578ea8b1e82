import type { DraftKind } from '@stammgast/shared/contract/drafts';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';
import type { Page } from './pages.ts';
import { useDrafts } from './use-draft.ts';

const VersionsDialog = lazyWithWords(() => import('../guards/versions-dialog.tsx').then((part) => part.VersionsDialog));

interface DraftMenuProps {
  readonly threadId: string;
  readonly kind: DraftKind;
  readonly page: Page;
}

/** Who reads the draft, whether it is saved, and what stood there before. */
export function DraftMenu({ threadId, kind, page }: DraftMenuProps) {
  const { t } = useTranslation('inbox');
  const drafts = useDrafts();
  const [earlier, setEarlier] = useState(false);
  const writing = page.body.trim() !== '';
  return (
    <>
      {writing && (
        <span className="save meta">
          <span className="ellip">{t(page.shared ? 'drafts.shared' : 'drafts.private')}</span>
          <span className="saved">{t(page.edit === page.saved ? 'drafts.saved' : 'drafts.saving')}</span>
        </span>
      )}
      <Menu
        label={t('drafts.menu')}
        button={(props) => <IconButton icon={page.shared ? 'eye' : 'lock'} label={t('drafts.menu')} {...props} />}
      >
        <MenuItem checked={page.shared} onChoose={() => drafts.share(threadId, kind, true)}>
          {t('drafts.share')}
        </MenuItem>
        <MenuItem checked={!page.shared} onChoose={() => drafts.share(threadId, kind, false)}>
          {t('drafts.keepPrivate')}
        </MenuItem>
        <MenuItem onChoose={() => setEarlier(true)}>{t('drafts.earlier')}</MenuItem>
      </Menu>
      {earlier && (
        <Suspense>
          <VersionsDialog
            threadId={threadId}
            kind={kind}
            onClose={() => setEarlier(false)}
            onRestore={(body) => {
              drafts.change(threadId, kind === 'answer' ? { answer: body, keep: true } : { note: body, keep: true });
              setEarlier(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
