import {
  type CountedView,
  countedViews,
  type DefaultView,
  defaultViews,
} from '@stammgast/shared/domain/search/default-views';
import { partsOf, type Search, type SearchNode } from '@stammgast/shared/domain/search/search';
import { searchOf } from '../../live/searches.ts';
import { addressOf, type QueueSearch, textOf } from './queue-search.ts';
import { isSamePart } from './search-parts.ts';

/** A standard view: its name, its address, and where its number comes from. */
export interface View {
  readonly name: DefaultView;
  readonly search: QueueSearch;
  readonly parts: readonly SearchNode[];
  readonly count: CountedView | null;
}

const counted: readonly DefaultView[] = countedViews;
const isCounted = (name: DefaultView): name is CountedView => counted.includes(name);
const nothing: Search = { where: null, sort: null };

export const views: readonly View[] = (Object.keys(defaultViews) as DefaultView[]).map((name) => {
  const search = searchOf(defaultViews[name]) ?? nothing;
  return { name, search: addressOf(search), parts: partsOf(search), count: isCounted(name) ? name : null };
});

/** Reached from the menu or from elsewhere; the navigation has no room for them. */
const further: readonly DefaultView[] = ['mentioned', 'soon', 'all'];
export const mainViews = views.filter((view) => !further.includes(view.name));

const partsIn = (search: QueueSearch): readonly SearchNode[] => partsOf(searchOf(textOf(search)) ?? nothing);

/** The view that an address belongs to: the one that says most of what is asked. The rest narrows it. */
export function viewOf(search: QueueSearch): View {
  const parts = partsIn(search);
  const holding = views.filter((view) => view.parts.every((part) => parts.some((one) => isSamePart(one, part))));
  const [best] = holding.toSorted((a, b) => b.parts.length - a.parts.length);
  return best ?? (views[0] as View);
}

/** What is asked beyond the view. */
export function narrowingOf(search: QueueSearch): readonly SearchNode[] {
  const view = viewOf(search);
  return partsIn(search).filter((part) => !view.parts.some((one) => isSamePart(one, part)));
}

/** The storm whose threads are asked for, and nothing else but how they stand. */
export function incidentOf(search: QueueSearch): string | undefined {
  const terms = partsIn(search).map((part) => (part.kind === 'term' ? part.term : null));
  const numbers = terms.flatMap((term) => (term?.key === 'incident' ? [term.value] : []));
  const others = terms.filter((term) => term?.key !== 'incident' && term?.key !== 'is');
  return numbers.length === 1 && others.length === 0 ? numbers[0] : undefined;
}

/** There is more in the view than what is asked for. */
export const isNarrowed = (search: QueueSearch): boolean => narrowingOf(search).length > 0;
