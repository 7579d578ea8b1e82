import '../../styles/administration.css';
import '../../styles/audit.css';
import { listAudit } from '@stammgast/shared/contract/audit';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useMe } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Failed, Skeleton } from '../../components/states.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditSearch, queryOf } from './audit-search.ts';
import { EntryRow } from './entry-row.tsx';
import { HouseTrouble } from './house-trouble.tsx';

/** Who changed what, newest first. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const { house, role } = useMe();
  const search: AuditSearch = useSearch({ from: '/house/audit' });
  const navigate = useNavigate();
  const query = useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) =>
      call(listAudit, { query: { ...queryOf(search, house.timeZone), cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor ?? undefined,
  });
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const filtered = Object.keys(search).length > 0;
  const look = (next: AuditSearch) => void navigate({ to: '/audit', search: next, replace: true });
  return (
    <Page
      title={t('title')}
      note={t(role === 'admin' ? 'lead' : 'leadOwn')}
      actions={
        <Button icon="refresh" onClick={() => void query.refetch()}>
          {t('refresh')}
        </Button>
      }
    >
      {role === 'admin' && <HouseTrouble />}
      <AuditFilters search={search} onChange={look} />
      {query.isPending && <Skeleton lines={6} />}
      {query.isError && !query.data && (
        <Failed error={query.error} title={t('failed')} onRetry={() => void query.refetch()} />
      )}
      {query.data && entries.length === 0 && (
        <Empty
          title={t(filtered ? 'none.title' : 'empty.title')}
          action={filtered && <Button onClick={() => look({})}>{t('none.action')}</Button>}
        >
          <p>{t(filtered ? 'none.text' : 'empty.text')}</p>
        </Empty>
      )}
      {entries.length > 0 && (
        <ol className="trail" aria-label={t('list')}>
          {entries.map((entry) => (
            <EntryRow key={entry.seq} entry={entry} />
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <p className="more">
          <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('older')}
          </Button>
        </p>
      )}
    </Page>
  );
}
