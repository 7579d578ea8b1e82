import '../../styles/bell.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Failed, Skeleton } from '../../components/states.tsx';
import { BellItem } from './bell-item.tsx';
import { bellQuery } from './bell-query.ts';
import { useMark } from './use-mark.ts';
import { useUnread } from './use-unread.ts';

/** What this person was told, newest first, each with the threads it is about as they stand now. */
export function BellPage() {
  const { t } = useTranslation('bell');
  const bell = useInfiniteQuery(bellQuery);
  const unread = useUnread();
  const marking = useMark();
  const told = bell.data?.pages.flatMap((page) => page.notifications) ?? [];
  return (
    <Page
      title={t('title')}
      note={unread === '' ? t('allRead') : t('unread', { number: unread })}
      actions={
        <>
          <Link className="btn quiet" to="/profile" hash="notify">
            {t('settings')}
          </Link>
          <Button icon="checks" disabled={unread === ''} onClick={() => marking.mutate(undefined)}>
            {t('markAll')}
          </Button>
        </>
      }
    >
      {bell.isPending && <Skeleton lines={6} />}
      {bell.isError && <Failed error={bell.error} title={t('failed')} onRetry={() => void bell.refetch()} />}
      {bell.data && told.length === 0 && (
        <Empty title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </Empty>
      )}
      {told.length > 0 && (
        <ol className="bell">
          {told.map((one) => (
            <BellItem key={one.id} told={one} onOpen={() => one.unread && marking.mutate([one.id])} />
          ))}
        </ol>
      )}
      {bell.hasNextPage && (
        <p className="form-acts">
          <Button busy={bell.isFetchingNextPage} onClick={() => void bell.fetchNextPage()}>
            {t('older')}
          </Button>
        </p>
      )}
    </Page>
  );
}
