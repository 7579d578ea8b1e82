import { countThreads } from '@stammgast/shared/contract/threads';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => call(countThreads, { signal }),
});

type Name = 'open' | 'mine' | 'unassigned' | 'overdue' | 'waiting' | 'snoozed' | 'mentioned' | 'attention';
interface ShownCounts {
  /** The number as text; the server stops counting at a limit. Empty until known. */
  readonly show: (name: Name) => string;
  /** Something is late or has gone wrong. */
  readonly hot: (name: Name) => boolean;
}

export function useCounts(): ShownCounts {
  const { i18n } = useTranslation();
  const { data } = useQuery(countsQuery);
  const format = new Intl.NumberFormat(i18n.language);
  return {
    show: (name) => {
      if (!data) return '';
      return data[name] >= data.limit ? `${format.format(data.limit)}+` : format.format(data[name]);
    },
    hot: (name) => (name === 'overdue' || name === 'attention') && data !== undefined && data[name] > 0,
  };
}
