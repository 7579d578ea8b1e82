import { listThreads, type ThreadRow } from '@stammgast/shared/contract/threads';
import type { SearchTerm } from '@stammgast/shared/domain/search/search';
import { dueList } from '@stammgast/shared/domain/wall-lists';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { colleaguesQuery } from '../../api/people-and-channels.ts';
import { PlatformIcon } from '../../components/platform-icon.tsx';
import { SlaChip } from '../../components/sla-chip.tsx';

/** As many as there is room for: each row is there also when it is empty. */
const ROWS = 8;

/** What is due first, late ones on top; in the order of the queue. */
export function NextDeadlines({ channel, named }: { channel: readonly SearchTerm[]; named: boolean }) {
  const { t } = useTranslation(['wall', 'common']);
  const q = dueList(channel);
  const { data } = useQuery({
    queryKey: ['wall', 'next', q],
    queryFn: ({ signal }) => call(listThreads, { query: { q, limit: ROWS }, signal }),
    placeholderData: keepPreviousData,
  });
  const people = useQuery({ ...colleaguesQuery, enabled: named }).data;
  const rows = (data?.threads ?? []).filter((row) => row.due !== null);
  const personOf = (row: ThreadRow) => people?.find(({ id }) => id === row.assigneeId)?.name ?? t('common:nobody');
  return (
    <section className="due" aria-labelledby="next-deadlines">
      <header className="block-head">
        <h2 id="next-deadlines">{t('next.title')}</h2>
        <Link className="link meta end" to="/inbox" search={{ q }}>
          {t('next.all')}
        </Link>
      </header>
      {data && rows.length === 0 && <p className="muted">{t('next.none')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <SlaChip subject={row} />
            <Link to="/inbox/$threadId" params={{ threadId: row.id }} search={{ q }}>
              <PlatformIcon platform={row.platform} />
              <span className="name">{row.author.name}</span>
            </Link>
            <span className="meta">{row.topics.slice(0, 1).map((topic) => t(`common:topics.${topic}`))}</span>
            {named && <span className="meta hand">{personOf(row)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
