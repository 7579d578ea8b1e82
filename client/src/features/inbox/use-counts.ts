import { countThreads } from '@stammgast/shared/contract/threads';
import type { CountedView } from '@stammgast/shared/domain/search/default-views';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => call(countThreads, { signal }),
});

interface ShownCounts {
  /** The number as text; the server stops counting at a limit. Empty until known. */
  readonly show: (name: CountedView) => string;
  /** Something is late or has gone wrong. */
  readonly hot: (name: CountedView) => boolean;
}

export function useCounts(): ShownCounts {
  const { i18n } = useTranslation();
  const { data } = useQuery(countsQuery);
  const format = new Intl.NumberFormat(i18n.language);
  return {
    show: (name) => {
      if (!data) return '';
      const count = data.views[name];
      return count >= data.limit ? `${format.format(data.limit)}+` : format.format(count);
    },
    hot: (name) => (name === 'overdue' || name === 'attention') && data !== undefined && data.views[name] > 0,
  };
}
