import type { Comment } from '@stammgast/shared/contract/threads';
import type { PlatformAct } from '@stammgast/shared/domain/moderation';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useTimes } from '../../../components/use-times.ts';
import { serverNow } from '../../../live/server-clock.ts';
import type { useActs } from '../moderation/use-acts.ts';

interface CommentStateProps {
  readonly comment: Comment;
  /** What this person can do to it on its platform. */
  readonly can: readonly PlatformAct[];
  readonly acts: ReturnType<typeof useActs>;
}

const NOTICEABLE_MS = 60_000;
const arrivedLate = ({ author, postedAt, receivedAt }: Comment) =>
  !author.own && Date.parse(receivedAt) - Date.parse(postedAt) >= NOTICEABLE_MS;

/** What happened to the comment, in words, and the way back. */
export function CommentState({ comment, can, acts }: CommentStateProps) {
  const { t } = useTranslation('inbox');
  const times = useTimes();
  const { visibility, unsettledAct, editedAt, removedAt, receivedAt } = comment;
  const words = [
    // The promise began when the guest wrote; here one sees when we could know of it.
    arrivedLate(comment) && t('commentState.received', { time: times.instant(receivedAt, serverNow()) }),
    visibility !== 'public' && t(`commentState.${visibility}`),
    unsettledAct !== null && t('commentState.unsettled', { act: t(`acts.${unsettledAct}`) }),
    editedAt !== null && removedAt === null && t('commentState.edited', { time: times.instant(editedAt, serverNow()) }),
  ].filter((one) => one !== false);
  if (words.length === 0) return null;
  const back = (['unhide', 'approve'] as const).find((verdict) => can.includes(verdict));
  return (
    <p className="state-line">
      <Icon name="info" />
      {words.join(' · ')}
      {unsettledAct !== null && can.includes(unsettledAct) && (
        <Button size="sm" onClick={() => void acts.settle(comment)}>
          {t('settle')}
        </Button>
      )}
      {unsettledAct === null && visibility !== 'public' && removedAt === null && back && (
        <Button size="sm" onClick={() => void acts.moderate(comment, back)}>
          {t(visibility === 'held' ? 'release' : 'showAgain')}
        </Button>
      )}
    </p>
  );
}
