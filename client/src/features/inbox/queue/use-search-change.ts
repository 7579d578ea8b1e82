import type { Search } from '@stammgast/shared/domain/search/search';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { searchOf } from '../../../live/searches.ts';
import { addressOf, type QueueSearch, textOf } from '../queue-search.ts';

const everything: Search = { where: null, sort: null };

/** The search of an address, and the way to another one: field, chips and menu are views of the same. */
export function useSearchChange(address: QueueSearch) {
  const navigate = useNavigate();
  const text = textOf(address);
  return useMemo(
    () => ({
      search: searchOf(text) ?? everything,
      /** `typing`: leaves no step in the history for every letter. */
      change: (next: Search, typing = false) =>
        void navigate({ to: '/inbox', search: addressOf(next), replace: typing }),
    }),
    [text, navigate],
  );
}
