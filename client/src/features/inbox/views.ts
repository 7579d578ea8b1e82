import type { QueueSearch } from './queue-search.ts';

/** The standard views: a name, a filter, and where its number comes from. */
export const views = [
  { name: 'open', search: {}, count: 'open' },
  { name: 'mine', search: { assignee: 'me' }, count: 'mine' },
  { name: 'unassigned', search: { assignee: 'none' }, count: 'unassigned' },
  { name: 'overdue', search: { state: 'overdue' }, count: 'overdue' },
  { name: 'waiting', search: { state: 'waiting' }, count: 'waiting' },
  { name: 'snoozed', search: { state: 'snoozed' }, count: 'snoozed' },
  { name: 'attention', search: { state: 'attention' }, count: 'attention' },
  { name: 'resolved', search: { state: 'resolved' }, count: null },
] as const satisfies readonly View[];

/** Reached from elsewhere or from the menu; the navigation has no room for them. */
export const furtherViews = [
  { name: 'mentioned', search: { state: 'mentioned' }, count: 'mentioned' },
  { name: 'soon', search: { state: 'soon' }, count: null },
  { name: 'all', search: { state: 'all' }, count: null },
] as const satisfies readonly View[];

interface View {
  readonly name: string;
  readonly search: QueueSearch;
  readonly count: string | null;
}

/** The view that an address belongs to: state and assignee decide; channel, mood and text only narrow it. */
export function viewOf({ state, assignee }: QueueSearch) {
  return [...views, ...furtherViews].find((view) => {
    const search: QueueSearch = view.search;
    return search.state === state && search.assignee === assignee;
  });
}

/** There is more in the view than what is asked for. */
export const isNarrowed = (search: QueueSearch): boolean =>
  Object.keys(search).length > Object.keys(viewOf(search)?.search ?? {}).length;
