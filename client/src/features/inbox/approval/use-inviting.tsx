import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { Icon } from '../../../components/icon.tsx';
import { MenuItem } from '../../../components/menu.tsx';
import { GuestDialog } from './parts.ts';

/** A way to let somebody outside write the answer: an item for a menu, and the dialog beside it. Null: not here. */
export function useInviting(
  thread: Thread,
  comment: Comment | undefined,
): { item: ReactNode; dialog: ReactNode } | null {
  const { t } = useTranslation('inbox');
  const [open, setOpen] = useState(false);
  const may = useMay('reply.approve') && thread.channel.can.reply !== 'none';
  if (!may || !comment || comment.author.own) return null;
  return {
    item: (
      <MenuItem onChoose={() => setOpen(true)}>
        <Icon name="pencil" />
        {t('writeOutside')}
      </MenuItem>
    ),
    dialog: open && (
      <Suspense>
        <GuestDialog
          threadId={thread.row.id}
          about={{ purpose: 'write', commentId: comment.id }}
          onClose={() => setOpen(false)}
        />
      </Suspense>
    ),
  };
}
