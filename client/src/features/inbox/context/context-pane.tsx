import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar.tsx';
import { IconButton } from '../../../components/button.tsx';
import { MoodShape } from '../../../components/mood.tsx';
import { Failed, Skeleton } from '../../../components/states.tsx';
import { useTimes } from '../../../components/use-times.ts';
import { lazyPart } from '../../../i18n/lazy-with-words.ts';
import { serverNow } from '../../../live/server-clock.ts';
import { CheckPart } from '../check/check-part.tsx';
import { contextQuery, useThread } from '../thread/use-thread.ts';

const PersonPart = lazyPart(() => import('./person-part.tsx').then((part) => part.PersonPart));

interface ContextPaneProps {
  readonly threadId: string;
  readonly onOpen: (threadId: string) => void;
  readonly onClose: () => void;
}

const scrollable = { tabIndex: 0 };

/** Who writes, and what this person went through with us before. */
export function ContextPane({ threadId, onOpen, onClose }: ContextPaneProps) {
  const { t } = useTranslation('inbox');
  const { data, error, refetch } = useQuery(contextQuery(threadId));
  const { data: thread, error: notOpened } = useThread(threadId);
  return (
    <aside className="context" aria-label={t('context.title')}>
      <header className="pane-head person">
        {data && <Avatar name={data.author.name} guest size="l" />}
        <div className="ellip">
          <b className="ellip">{data?.author.name}</b>
          <span className="meta ellip">
            {data && (data.author.handle ?? t('context.total', { count: data.total }))}
          </span>
        </div>
        <IconButton icon="x" label={t('context.close')} className="ctx-close" onClick={onClose} />
      </header>
      <section className="ctx-body scrolls" aria-label={t('context.title')} {...scrollable}>
        {data ? (
          <>
            <Profile url={data.author.url} />
            {thread && (
              <Suspense>
                <PersonPart author={data.author} platform={thread.row.platform} />
              </Suspense>
            )}
            <section>
              <h3 className="label">
                {t('context.earlier')}{' '}
                <span className="muted">· {data.total > 1 ? data.total - 1 : t('context.none')}</span>
              </h3>
              <ol className="events">
                {data.earlier.map((row) => (
                  <Earlier key={row.id} row={row} onOpen={onOpen} />
                ))}
              </ol>
            </section>
          </>
        ) : error && thread ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          // Where the thread itself cannot be opened, its own pane says so.
          !notOpened && <Skeleton />
        )}
      </section>
      {thread && <CheckPart thread={thread} />}
    </aside>
  );
}

function Profile({ url }: { url: string | null }) {
  const { t } = useTranslation('inbox');
  if (!url) return null;
  return (
    <section>
      <a className="link" href={url} target="_blank" rel="noopener noreferrer">
        {t('context.profile')}
      </a>
    </section>
  );
}

function Earlier({ row, onOpen }: { row: ThreadRow; onOpen: (threadId: string) => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  const times = useTimes();
  return (
    <li>
      <time className="meta" dateTime={row.openedAt} title={times.exact(row.openedAt)}>
        {times.date(row.openedAt, serverNow())}
      </time>
      <button type="button" className="earlier" onClick={() => onOpen(row.id)}>
        <span className="excerpt">
          <MoodShape sentiment={row.sentiment} />
          <span lang={row.language ?? undefined}>{row.excerpt}</span>
        </span>
        <small>
          {t(`common:platforms.${row.platform}`)} ·{' '}
          {row.resolvedReason ? t(`reasonsDone.${row.resolvedReason}`) : t(`statuses.${row.status}`)}
        </small>
      </button>
    </li>
  );
}
