import type { Comment, ThreadRow } from '@stammgast/shared/contract/threads';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar.tsx';
import { IconButton } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Instant } from '../../../components/instant.tsx';
import { PlatformIcon } from '../../../components/platform-icon.tsx';
import { useTimes } from '../../../components/use-times.ts';
import { serverNow } from '../../../live/server-clock.ts';
import { MoodMenu } from './assessment-menus.tsx';
import { useComments } from './use-comments.ts';

interface CommentCardProps {
  readonly row: ThreadRow;
  readonly comment: Comment;
  /** Somebody else joined in. */
  readonly sub: boolean;
  /** More than one guest comment: each shows its own mood and can be chosen for the answer. */
  readonly among: boolean;
  readonly chosen: boolean;
  readonly mayWork: boolean;
  readonly onAnswer: () => void;
}

/** What a guest said, in the guest's voice, with what happened to it said in words. */
export function CommentCard({ row, comment, sub, among, chosen, mayWork, onAnswer }: CommentCardProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const times = useTimes();
  const work = useComments(row.id);
  const platform = t(`common:platforms.${row.platform}`);
  const removed = comment.removedAt !== null;
  return (
    <article className={sub ? 'msg sub' : 'msg'} aria-label={t('commentBy', { name: comment.author.name })}>
      <header>
        <Avatar name={comment.author.name} guest={!comment.author.own} size="m" />
        <b>{comment.author.name}</b>
        {!sub && (
          <span className="meta">
            <PlatformIcon platform={row.platform} /> {platform}
          </span>
        )}
        <Instant className="meta" at={comment.postedAt} />
        {among && !comment.author.own && <MoodMenu comment={comment} work={work} mayWork={mayWork} />}
        <span className="end meta">
          {comment.likes !== null && comment.likes > 0 && (
            <>
              <Icon name="like" />
              <span className="sr">{t('likes')}</span> {comment.likes}
            </>
          )}
          {among && mayWork && !removed && !comment.author.own && (
            <IconButton
              icon="send"
              size="sm"
              label={t('answerThis', { name: comment.author.name })}
              aria-pressed={chosen}
              onClick={onAnswer}
            />
          )}
          {comment.url && (
            <a
              className="btn quiet sm icon"
              href={comment.url}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('openOn', { platform })}
              title={t('openOn', { platform })}
            >
              <Icon name="external" />
            </a>
          )}
        </span>
      </header>
      {removed ? (
        <p className="state-line">
          {t('commentState.removed', { time: times.instant(comment.removedAt ?? '', serverNow()) })}
        </p>
      ) : (
        <p className="voice" lang={comment.language ?? undefined}>
          {comment.body}
        </p>
      )}
      <CommentState comment={comment} />
    </article>
  );
}

function CommentState({ comment }: { comment: Comment }) {
  const { t } = useTranslation('inbox');
  const times = useTimes();
  const words = [
    comment.visibility === 'held' && t('commentState.held'),
    comment.visibility === 'spam' && t('commentState.spam'),
    comment.editedAt !== null &&
      comment.removedAt === null &&
      t('commentState.edited', { time: times.instant(comment.editedAt, serverNow()) }),
  ].filter((one) => one !== false);
  if (words.length === 0) return null;
  return (
    <p className="state-line">
      <Icon name="info" />
      {words.join(' · ')}
    </p>
  );
}
