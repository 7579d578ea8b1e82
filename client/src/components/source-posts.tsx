import type { Incident } from '@stammgast/shared/contract/radar';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

/** The posts that most of an incident is about, on the channels that the reader sees; nothing where it is about none. */
export function SourcePosts({ channels }: Pick<Incident, 'channels'>) {
  const { t } = useTranslation('radar');
  const posts = channels.flatMap((channel) => channel.posts);
  if (posts.length === 0) return null;
  return (
    <p className="source-posts">
      {t('posts.under', { count: posts.length })}{' '}
      {posts.map(({ title, url, comments }, index) => (
        <span key={`${title} ${url} ${comments}`}>
          {index > 0 && ', '}
          {url ? (
            <a className="link" href={url} target="_blank" rel="noopener noreferrer">
              {title}
              <Icon name="external" />
            </a>
          ) : (
            <b>{title}</b>
          )}{' '}
          <span className="muted">{t('posts.comments', { count: comments })}</span>
        </span>
      ))}
    </p>
  );
}
