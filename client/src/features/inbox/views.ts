import type { QueueSearch } from './queue-search.ts';

/** The standard views: a name, a filter, and where its number comes from. */
export const views = [
  { name: 'open', search: {}, count: 'open' },
  { name: 'mine', search: { assignee: 'me' }, count: 'mine' },
  { name: 'unassigned', search: { assignee: 'none' }, count: 'unassigned' },
  { name: 'overdue', search: { state: 'overdue' }, count: 'overdue' },
  { name: 'waiting', search: { state: 'waiting' }, count: 'waiting' },
  { name: 'attention', search: { state: 'attention' }, count: 'attention' },
  { name: 'resolved', search: { state: 'resolved' }, count: null },
] as const satisfies readonly { name: string; search: QueueSearch; count: string | null }[];
export type View = (typeof views)[number];

/** The view that an address belongs to: state and assignee decide; channel, mood and text only narrow it. */
export function viewOf({ state, assignee }: QueueSearch): View | undefined {
  return views.find((view) => {
    const search: QueueSearch = view.search;
    return search.state === state && search.assignee === assignee;
  });
}
