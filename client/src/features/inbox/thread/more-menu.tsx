import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import type { IconName } from '../../../icons/tabler.ts';
import type { useComments } from './use-comments.ts';

const icons = { approve: 'check', hold: 'hide', spam: 'spam' } as const satisfies Record<string, IconName>;
const already = { approve: 'public', hold: 'held', spam: 'spam' } as const;

interface MoreMenuProps {
  readonly thread: Thread;
  readonly comment: Comment | undefined;
  readonly work: ReturnType<typeof useComments>;
  readonly mayWork: boolean;
  readonly onReopen: () => void;
}

/** What is done seldom: moderation on the platform, the original, opening again. */
export function MoreMenu({ thread, comment, work, mayWork, onReopen }: MoreMenuProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const url = comment?.url ?? thread.post?.url;
  const verdicts =
    mayWork && comment ? thread.channel.can.moderate.filter((verdict) => already[verdict] !== comment.visibility) : [];
  const reopen = mayWork && thread.row.status !== 'open';
  if (!url && verdicts.length === 0 && !reopen) return null;
  return (
    <Menu label={t('common:more')} button={(props) => <IconButton icon="dots" label={t('common:more')} {...props} />}>
      {url && (
        <MenuItem onChoose={() => window.open(url, '_blank', 'noopener,noreferrer')}>
          <Icon name="external" />
          {t('openOriginal', { platform: t(`common:platforms.${thread.row.platform}`) })}
        </MenuItem>
      )}
      {reopen && (
        <MenuItem onChoose={onReopen}>
          <Icon name="refresh" />
          {t('reopen')}
        </MenuItem>
      )}
      {comment &&
        verdicts.map((verdict) => (
          <MenuItem key={verdict} danger={verdict === 'spam'} onChoose={() => void work.moderate(comment, verdict)}>
            <Icon name={icons[verdict]} />
            {t(`moderate.${verdict}`)}
          </MenuItem>
        ))}
    </Menu>
  );
}
