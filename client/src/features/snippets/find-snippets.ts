import type { Snippet } from '@stammgast/shared/contract/snippets';
import { foldedName } from '@stammgast/shared/domain/folded-name';
import { snippetFits } from '@stammgast/shared/domain/snippet';

/** Those whose name fits as it does behind `::`, and those that say what is looked for. */
export function findSnippets(snippets: readonly Snippet[], typed: string): readonly Snippet[] {
  const wanted = foldedName(typed);
  if (wanted === '') return snippets;
  const says = (text: string | null) => text !== null && foldedName(text).includes(wanted);
  return snippets.filter(({ folded, bodySie, bodyDu }) => snippetFits(folded, typed) || says(bodySie) || says(bodyDu));
}
