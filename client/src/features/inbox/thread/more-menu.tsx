import type { Comment, Thread, ThreadRow } from '@stammgast/shared/contract/threads';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import type { IconName } from '../../../icons/tabler.ts';
import type { Question } from '../work/use-asking.ts';
import type { useComments } from './use-comments.ts';

const icons = { approve: 'check', hold: 'hide', spam: 'spam' } as const satisfies Record<string, IconName>;
const already = { approve: 'public', hold: 'held', spam: 'spam' } as const;

interface MoreMenuProps {
  readonly thread: Thread;
  readonly comment: Comment | undefined;
  readonly work: ReturnType<typeof useComments>;
  readonly mayWork: boolean;
  readonly onReopen: () => void;
  readonly onWake: () => void;
  readonly onAsk: (question: Question) => void;
}

/** What is done seldom: moderation on the platform, the original, opening again. */
export function MoreMenu({ thread, comment, work, mayWork, onReopen, onWake, onAsk }: MoreMenuProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const url = comment?.url ?? thread.post?.url;
  const verdicts =
    mayWork && comment ? thread.channel.can.moderate.filter((verdict) => already[verdict] !== comment.visibility) : [];
  if (!url && !mayWork) return null;
  return (
    <Menu label={t('common:more')} button={(props) => <IconButton icon="dots" label={t('common:more')} {...props} />}>
      {url && (
        <MenuItem onChoose={() => window.open(url, '_blank', 'noopener,noreferrer')}>
          <Icon name="external" />
          {t('openOriginal', { platform: t(`common:platforms.${thread.row.platform}`) })}
        </MenuItem>
      )}
      {mayWork && <WorkItems row={thread.row} onReopen={onReopen} onWake={onWake} onAsk={onAsk} />}
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

/** On a small screen the only way to some of these. */
function WorkItems({
  row,
  onReopen,
  onWake,
  onAsk,
}: { row: ThreadRow } & Pick<MoreMenuProps, 'onReopen' | 'onWake' | 'onAsk'>) {
  const { t } = useTranslation('inbox');
  const item = (icon: IconName, words: string, choose: () => void) => (
    <MenuItem onChoose={choose}>
      <Icon name={icon} />
      {words}
    </MenuItem>
  );
  return (
    <>
      {item('tag', t('tags'), () => onAsk('tags'))}
      {row.snoozedUntil && item('clock', t('wake'), onWake)}
      {row.status === 'resolved'
        ? item('refresh', t('reopen'), onReopen)
        : item('snooze', t('snooze'), () => onAsk('snooze'))}
      {row.status === 'waiting' && item('refresh', t('reopen'), onReopen)}
      {row.status !== 'resolved' && item('check', t('withoutAnswer'), () => onAsk('reason'))}
    </>
  );
}
