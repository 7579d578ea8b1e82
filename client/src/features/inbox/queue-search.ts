import { defaultViews } from '@stammgast/shared/domain/search/default-views';
import { neutralText } from '@stammgast/shared/domain/search/print';
import type { Search } from '@stammgast/shared/domain/search/search';
import { SEARCH_LENGTH } from '@stammgast/shared/domain/search/search-error';
import { searchOf } from '../../live/searches.ts';

/** What stands in the address: the neutral text. Left out, it is where everybody starts; empty, it is everything. */
export interface QueueSearch {
  q?: string;
}

/** Reads an address, in whichever language it was written. What cannot be read stays, so that the page can tell why. */
export function readQueueSearch({ q }: Record<string, unknown>): QueueSearch {
  if (typeof q !== 'string') return {};
  const text = q.trim().slice(0, SEARCH_LENGTH);
  const search = searchOf(text);
  return search ? addressOf(search) : { q: text };
}

export function addressOf(search: Search): QueueSearch {
  const q = neutralText(search);
  return q === defaultViews.open ? {} : { q };
}

export const textOf = ({ q }: QueueSearch): string => q ?? defaultViews.open;

/** The address of a thread within a view. */
export function threadHref(threadId: string, { q }: QueueSearch): string {
  return `/inbox/${encodeURIComponent(threadId)}${q === undefined ? '' : `?${new URLSearchParams({ q })}`}`;
}
