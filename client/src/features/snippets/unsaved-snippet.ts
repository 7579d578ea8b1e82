import type { Seen, WrittenSnippet } from './written-snippet.ts';

/** What was written and not saved, and what it is a change of. */
export interface Unsaved {
  readonly written: WrittenSnippet;
  readonly seen: Seen;
}
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps what is written until it is saved: a closed dialog or a reloaded page loses nothing. It lives as long as the tab,
 * under its writer's name.
 */
export function unsavedSnippet(store: Store, personId: string, snippetId: string | undefined) {
  const key = `stammgast.snippet.${personId}.${snippetId ?? 'new'}`;
  return {
    read: (): Unsaved | null => {
      try {
        return JSON.parse(store.getItem(key) ?? 'null') as Unsaved | null;
      } catch {
        return null;
      }
    },
    keep: (unsaved: Unsaved): void => {
      try {
        store.setItem(key, JSON.stringify(unsaved));
      } catch {
        // A full or forbidden store costs the copy, not the writing.
      }
    },
    forget: (): void => {
      try {
        store.removeItem(key);
      } catch {
        // As above.
      }
    },
  };
}
