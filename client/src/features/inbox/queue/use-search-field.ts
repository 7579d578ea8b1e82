import { parseSearch } from '@stammgast/shared/domain/search/parse';
import { neutralText, printSearch } from '@stammgast/shared/domain/search/print';
import type { SearchError } from '@stammgast/shared/domain/search/search-error';
import { useEffect, useRef, useState } from 'react';
import { isApiProblem } from '../../../api/problem.ts';
import { searchOf } from '../../../live/searches.ts';
import { type QueueSearch, textOf } from '../queue-search.ts';
import { useSearchLanguage } from './filter-chips.tsx';
import { useSearchChange } from './use-search-change.ts';

/** What is typed moves the list soon; what cannot be read is told when the typing rests. */
const TYPING_MS = 250;
const RESTING_MS = 700;

export interface SearchField {
  readonly text: string;
  readonly type: (text: string) => void;
  /** At once, as Enter does. */
  readonly apply: (text: string) => void;
  readonly error: SearchError | null;
}

/** The text of the search in the person's language, in step with the address. `refused`: what the server said of it. */
export function useSearchField(address: QueueSearch, refused: unknown): SearchField {
  const language = useSearchLanguage();
  const { change } = useSearchChange(address);
  const q = textOf(address);
  const [text, setText] = useState(() => shown(q, language));
  const [error, setError] = useState<SearchError | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ text, language });
  latest.current.text = text;
  useEffect(() => {
    // What is being typed means the same: it stays as it is.
    if (neutralOf(latest.current.text) === q && latest.current.language === language) return;
    clearTimeout(timer.current);
    latest.current.language = language;
    setText(shown(q, language));
    setError(parseSearch(q).error);
  }, [q, language]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const apply = (typed: string) => {
    clearTimeout(timer.current);
    setText(typed);
    const parsed = parseSearch(typed);
    setError(parsed.error);
    if (parsed.search && neutralText(parsed.search) !== q) change(parsed.search, true);
  };
  const type = (typed: string) => {
    clearTimeout(timer.current);
    setText(typed);
    setError(null);
    timer.current = setTimeout(() => apply(typed), searchOf(typed) ? TYPING_MS : RESTING_MS);
  };
  return { text, type, apply, error: error ?? refusalOf(refused) };
}

const shown = (q: string, language: 'de' | 'en'): string => {
  const search = searchOf(q);
  return search ? printSearch(search, language) : q;
};

const neutralOf = (text: string): string | null => {
  const search = searchOf(text);
  return search && neutralText(search);
};

/** Names are known to the server alone. */
function refusalOf(error: unknown): SearchError | null {
  if (!isApiProblem(error) || error.code !== 'search.invalid') return null;
  const { code, at, length, typed = '', nearest } = error.context;
  return {
    code: code as SearchError['code'],
    at: Number(at),
    length: Number(length),
    typed,
    ...(nearest !== undefined && { nearest }),
  };
}
