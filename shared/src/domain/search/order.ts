import { partsOf, type Search, type SearchNode, type SortWord } from './search.ts';

/** `relevance`: best match first, among the newest. */
export type SearchOrder = SortWord | 'relevance';

const atWork: readonly string[] = ['open', 'waiting', 'overdue', 'soon', 'snoozed', 'attention', 'approval'];
const isAtWork = (node: SearchNode): boolean =>
  node.kind === 'term' && (node.term.key === 'sla' || (node.term.key === 'is' && atWork.includes(node.term.value)));

/** The order that is asked for; else words sort by relevance, what is to be done by due time, all else newest first. */
export function orderOf(search: Search): SearchOrder {
  if (search.sort) return search.sort;
  const parts = partsOf(search);
  if (parts.some(isText)) return 'relevance';
  return parts.some(isAtWork) ? 'due' : 'newest';
}

/** Only words, joined by AND and OR: one question to the index of texts. */
export function isText(node: SearchNode): boolean {
  if (node.kind === 'text') return true;
  return (node.kind === 'and' || node.kind === 'or') && node.of.every(isText);
}
