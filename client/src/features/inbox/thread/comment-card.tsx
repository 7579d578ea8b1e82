import type { Moderation } from '@stammgast/shared/contract/moderation';
import type { Comment, ThreadRow } from '@stammgast/shared/contract/threads';
import type { PlatformAct } from '@stammgast/shared/domain/moderation';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../../components/ago.tsx';
import { Avatar } from '../../../components/avatar.tsx';
import { IconButton } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { PlatformIcon } from '../../../components/platform-icon.tsx';
import { useTimes } from '../../../components/use-times.ts';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';
import { serverNow } from '../../../live/server-clock.ts';
import { useActs } from '../moderation/use-acts.ts';
import { MoodMenu } from './assessment-menus.tsx';
import { CommentState } from './comment-state.tsx';
import { Likes } from './likes.tsx';
import { useComments } from './use-comments.ts';

const ModerationLines = lazyWithWords(() =>
  import('../moderation/moderation-lines.tsx').then((part) => part.ModerationLines),
);

interface CommentCardProps {
  readonly row: ThreadRow;
  readonly comment: Comment;
  /** Somebody else joined in. */
  readonly sub: boolean;
  /** More than one guest comment: each shows its own mood and can be chosen for the answer. */
  readonly among: boolean;
  readonly chosen: boolean;
  readonly mayWork: boolean;
  /** What can be done to it on its platform. */
  readonly can: readonly PlatformAct[];
  readonly moderations: readonly Moderation[];
  readonly onAnswer: () => void;
}

/** What a guest said, in the guest's voice, with what happened to it said in words. */
export function CommentCard({
  row,
  comment,
  sub,
  among,
  chosen,
  mayWork,
  can,
  moderations,
  onAnswer,
}: CommentCardProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const times = useTimes();
  const work = useComments(row.id);
  const platform = t(`common:platforms.${row.platform}`);
  const removed = comment.removedAt !== null;
  const acts = useActs(row.id);
  const own = moderations.filter((one) => one.commentId === comment.id);
  return (
    <article
      className={sub ? 'msg sub' : 'msg'}
      data-comment={comment.id}
      aria-label={t('commentBy', { name: comment.author.name })}
    >
      <header>
        <Avatar name={comment.author.name} guest={!comment.author.own} size="m" />
        <b>{comment.author.name}</b>
        {!sub && (
          <span className="meta">
            <PlatformIcon platform={row.platform} /> {platform}
          </span>
        )}
        <Ago className="meta" at={comment.postedAt} />
        {among && !comment.author.own && <MoodMenu comment={comment} work={work} mayWork={mayWork} />}
        <span className="end meta">
          <Likes
            comment={comment}
            mayLike={mayWork && can.includes('like') && !removed && !comment.author.own}
            onLike={acts.like}
          />
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
      <CommentState comment={comment} can={mayWork ? can : []} acts={acts} />
      {own.length > 0 && (
        <Suspense>
          <ModerationLines threadId={row.id} comment={comment} moderations={own} />
        </Suspense>
      )}
    </article>
  );
}
