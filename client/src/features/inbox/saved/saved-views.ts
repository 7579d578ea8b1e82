import { countSavedViews, listViews, type SavedView } from '@stammgast/shared/contract/views';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { type QueueSearch, readQueueSearch, textOf } from '../queue-search.ts';

export const savedViewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => call(listViews, { signal }),
  select: (data) => data.views,
});
const savedCountsQuery = queryOptions({
  queryKey: ['view-counts'],
  queryFn: ({ signal }) => call(countSavedViews, { signal }),
});

export interface ShownView extends SavedView {
  readonly search: QueueSearch;
  /** The number as text; empty until known, and where the search means nothing to this person. */
  readonly count: string;
}

/** One's own saved views, then the team's, in the order in which keys open them. */
export function useSavedViews(): readonly ShownView[] {
  const { i18n } = useTranslation();
  const saved = useQuery(savedViewsQuery).data ?? [];
  const counted = useQuery({ ...savedCountsQuery, enabled: saved.length > 0 }).data;
  const format = new Intl.NumberFormat(i18n.language);
  return saved.map((view) => {
    const count = counted?.counts[view.id] ?? null;
    const more = counted && count !== null && count >= counted.limit ? '+' : '';
    return {
      ...view,
      search: readQueueSearch({ q: view.q }),
      count: count === null ? '' : `${format.format(count)}${more}`,
    };
  });
}

/** The saved view that asks exactly for what an address asks. */
export const savedViewOf = (saved: readonly ShownView[], search: QueueSearch): ShownView | undefined =>
  saved.find((view) => textOf(view.search) === textOf(search));
