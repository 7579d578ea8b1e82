import { foldTag } from '@stammgast/shared/domain/tags';

export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** The names of a row after a change, as the server will write them. */
export function withTags(names: readonly string[], { add, remove }: TagChange): string[] {
  const gone = new Set(remove.map(foldTag));
  const kept = names.filter((name) => !gone.has(foldTag(name)));
  const known = new Set(kept.map(foldTag));
  const added = add.filter((name) => !known.has(foldTag(name)) && !gone.has(foldTag(name)));
  return [...kept, ...added].sort((a, b) => (foldTag(a) < foldTag(b) ? -1 : 1));
}

/** What takes a change back: only what it really brought and took. */
export function tagsBack(before: readonly string[], after: readonly string[]): TagChange {
  return {
    add: before.filter((name) => !after.includes(name)),
    remove: after.filter((name) => !before.includes(name)),
  };
}
