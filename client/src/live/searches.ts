import { parseSearch } from '@stammgast/shared/domain/search/parse';
import type { Search } from '@stammgast/shared/domain/search/search';

const known = new Map<string, Search | null>();
const MOST = 200;

/** The search that a text means; null when it cannot be read. Lists and facts ask for the same few again and again. */
export function searchOf(text: string): Search | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  const { search } = parseSearch(text);
  const [oldest] = known.keys();
  if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
  known.set(text, search);
  return search;
}
