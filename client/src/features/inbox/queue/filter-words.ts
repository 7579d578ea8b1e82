import { type Platform, platforms } from '@stammgast/shared/contract/channels';
import { foldedName } from '@stammgast/shared/domain/folded-name';
import { printNode, printValue } from '@stammgast/shared/domain/search/print';
import type { SearchNode } from '@stammgast/shared/domain/search/search';
import type { SearchLanguage } from '@stammgast/shared/domain/search/vocabulary';

/** Keys whose value says enough. */
const clear: readonly string[] = ['is', 'sentiment', 'topic', 'channel', 'account', 'team', 'assignee'];

/** A part of a search as its chip says it: platforms under the name that they have everywhere. */
export function filterWords(
  node: SearchNode,
  language: SearchLanguage,
  nameOf: (platform: Platform) => string,
): string {
  if (node.kind !== 'term' || !clear.includes(node.term.key)) return printNode(node, language);
  const { term } = node;
  const platform = term.key === 'channel' && platforms.find((one) => one === foldedName(term.value));
  return platform ? nameOf(platform) : printValue(term, language).replace(/^"(.*)"$/, '$1');
}
