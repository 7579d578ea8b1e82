import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';

interface PagedPairsProps<Row> {
  readonly found: UseInfiniteQueryResult<unknown>;
  /** undefined: not there yet. */
  readonly rows: readonly Row[] | undefined;
  readonly keyOf: (row: Row) => string;
  readonly pairOf: (row: Row) => ReactNode;
  /** In the place of a list without rows. */
  readonly empty: ReactNode;
  readonly above?: ReactNode;
}

/** Words of a guest and what belongs to them, one pair below the other, page by page. */
export function PagedPairs<Row>({ found, rows, keyOf, pairOf, empty, above }: PagedPairsProps<Row>) {
  const { t } = useTranslation('review');
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (!rows) return <Skeleton lines={6} />;
  if (rows.length === 0) return empty;
  return (
    <>
      {above}
      <ul className="pairs">
        {rows.map((row) => (
          <li key={keyOf(row)}>{pairOf(row)}</li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
