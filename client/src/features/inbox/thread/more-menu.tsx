import type { Comment, Thread, ThreadRow } from '@stammgast/shared/contract/threads';
import { takesAway, type Verdict, verdicts, visibilityAfter } from '@stammgast/shared/domain/moderation';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';
import type { IconName } from '../../../icons/tabler.ts';
import { useInviting } from '../approval/use-inviting.tsx';
import { useActs } from '../moderation/use-acts.ts';
import type { Question } from '../work/use-asking.ts';

const HideDialog = lazyWithWords(() => import('../moderation/hide-dialog.tsx').then((part) => part.HideDialog));

const icons = { approve: 'check', hold: 'hide', spam: 'spam', hide: 'hide', unhide: 'eye' } as const satisfies Record<
  Verdict,
  IconName
>;

interface MoreMenuProps {
  readonly thread: Thread;
  readonly comment: Comment | undefined;
  readonly mayWork: boolean;
  readonly onReopen: () => void;
  readonly onWake: () => void;
  readonly onAsk: (question: Question) => void;
}

/** What is done seldom: moderation on the platform, the original, opening again. */
export function MoreMenu({ thread, comment, mayWork, onReopen, onWake, onAsk }: MoreMenuProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const acts = useActs(thread.row.id);
  const [asking, setAsking] = useState<Verdict | null>(null);
  const url = comment?.url ?? thread.post?.url;
  const platform = t(`common:platforms.${thread.row.platform}`);
  const offered = mayWork && comment ? possibleVerdicts(thread, comment) : [];
  const choose = (verdict: Verdict) => {
    if (comment && takesAway(comment.visibility, verdict)) setAsking(verdict);
    else if (comment) void acts.moderate(comment, verdict);
  };
  const inviting = useInviting(thread, comment);
  if (!url && !mayWork && !inviting) return null;
  return (
    <>
      <Menu label={t('common:more')} button={(props) => <IconButton icon="dots" label={t('common:more')} {...props} />}>
        {url && (
          <MenuItem onChoose={() => window.open(url, '_blank', 'noopener,noreferrer')}>
            <Icon name="external" />
            {t('openOriginal', { platform })}
          </MenuItem>
        )}
        {mayWork && <WorkItems row={thread.row} onReopen={onReopen} onWake={onWake} onAsk={onAsk} />}
        {offered.map((verdict) => (
          <MenuItem key={verdict} danger={verdict === 'spam'} onChoose={() => choose(verdict)}>
            <Icon name={icons[verdict]} />
            {t(`moderate.${verdict}`)}
          </MenuItem>
        ))}
        {inviting?.item}
      </Menu>
      {inviting?.dialog}
      {asking && comment && (
        <Suspense>
          <HideDialog
            comment={comment}
            verdict={asking}
            platform={platform}
            onClose={() => setAsking(null)}
            onHide={(why) => {
              setAsking(null);
              void acts.moderate(comment, asking, why);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

const possibleVerdicts = ({ channel }: Thread, { visibility }: Comment): Verdict[] =>
  verdicts.filter(
    (verdict) => channel.can.acts.includes(verdict) && visibilityAfter(visibility, verdict) !== visibility,
  );

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
      {item('stamp', t('addPromise'), () => onAsk('promise'))}
      {item('merge', t('mergeWith'), () => onAsk('merge'))}
      {row.comments > 1 && item('split', t('splitOff'), () => onAsk('split'))}
      {row.snoozedUntil && item('clock', t('wake'), onWake)}
      {row.status === 'resolved'
        ? item('refresh', t('reopen'), onReopen)
        : item('snooze', t('snooze'), () => onAsk('snooze'))}
      {row.status === 'waiting' && item('refresh', t('reopen'), onReopen)}
      {row.status !== 'resolved' && item('check', t('withoutAnswer'), () => onAsk('reason'))}
    </>
  );
}
