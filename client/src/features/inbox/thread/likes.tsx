import type { Comment } from '@stammgast/shared/contract/threads';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';

interface LikesProps {
  readonly comment: Comment;
  readonly mayLike: boolean;
  readonly onLike: (comment: Comment, like: boolean) => void;
}

/** The platform's number; whether one of them is ours stands beside it. */
export function Likes({ comment, mayLike, onLike }: LikesProps) {
  const { t } = useTranslation('inbox');
  const count = comment.likes !== null && comment.likes > 0 ? comment.likes : null;
  return (
    <>
      {mayLike ? (
        <IconButton
          icon="like"
          size="sm"
          command="like"
          label={t(comment.liked ? 'unlike' : 'like')}
          aria-pressed={comment.liked}
          onClick={() => onLike(comment, !comment.liked)}
        />
      ) : (
        (count !== null || comment.liked) && <Icon name="like" />
      )}
      {count !== null && (
        <>
          <span className="sr">{t('likes')}</span> {count}
        </>
      )}
      {comment.liked && <span>{t('likedByUs')}</span>}
    </>
  );
}
