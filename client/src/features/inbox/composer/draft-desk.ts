import { type Draft, draftKinds } from '@stammgast/shared/contract/drafts';
import type { Store } from '../../../live/store.ts';
import { createSaver, type SaverParts } from './draft-saver.ts';
import { blankPage, createShelf, isDirty, keyOf, type Page, type Pages, pageOf } from './pages.ts';

export interface DeskParts extends SaverParts {
  /** null: the server has it. */
  readonly keepCopy: (key: string, page: Page | null) => void;
  readonly copies: () => readonly (readonly [string, Page])[];
}
type PagePart = Partial<Omit<Page, 'edit' | 'saved' | 'base' | 'elsewhere'>>;

/** Both texts, the one that was there first. */
const withText = (page: Page, body: string): Page => ({
  ...page,
  body: [page.body, body].filter((text) => text.trim() !== '').join('\n\n'),
  keep: true,
  edit: page.edit + 1,
});

/** The text of this window goes on, alone or below that of the other one. */
function decided(page: Page, theirs: Page, choice: 'mine' | 'both'): Page {
  const body = choice === 'mine' ? page.body : `${theirs.body}\n\n${page.body}`;
  const { base, idempotencyKey } = theirs;
  // What one of the two windows kept private stays so.
  const shared = page.shared && (choice === 'mine' || theirs.shared);
  return { ...page, body, shared, base, idempotencyKey, elsewhere: null, keep: true, edit: page.edit + 1 };
}

/** All texts of a person that have not been sent: saved while they are written, found again, never overwritten unseen. */
export function createDesk(parts: DeskParts, store: Store<Pages>) {
  const shelf = createShelf(store, parts.keepCopy);
  const saver = createSaver(parts, shelf);
  const sentKeys = new Set<string>();
  const read = (key: string): Page => shelf.get(key) ?? blankPage;
  const isSent = ({ idempotencyKey: key }: Draft) => key !== null && sentKeys.has(key);
  /** What is written here is compared when it is saved; everything else follows the server. */
  const adopt = (key: string, draft: Draft | undefined) => {
    const page = shelf.get(key);
    if (page && (isDirty(page) || page.elsewhere)) return;
    if (!draft || isSent(draft)) return void (page && page.base > 0 && shelf.put(key, undefined));
    const known = page?.base === draft.version && page.idempotencyKey === draft.idempotencyKey;
    if (!known) shelf.put(key, pageOf(draft, parts.newKey()));
  };

  for (const [key, page] of parts.copies()) {
    shelf.put(key, page);
    saver.now(key);
  }

  return {
    read,
    /** As it is kept: the same object until it changes. */
    peek: shelf.get,
    subscribe: store.subscribe,
    change: (key: string, part: PagePart) => {
      const page = shelf.get(key) ?? { ...blankPage, idempotencyKey: parts.newKey() };
      shelf.put(key, { ...page, ...part, edit: page.edit + 1 });
      // A blank page that nobody knows of is nothing to save.
      if (page.base > 0 || read(key).body.trim() !== '') saver.soon(key);
    },
    /** This text was sent: its draft is gone on the server too. What was typed since the key was pressed stays; false then. */
    clear: (key: string, sent: string): boolean => {
      saver.stop(key);
      const page = read(key);
      sentKeys.add(page.idempotencyKey);
      const same = page.body === sent;
      shelf.put(key, same ? undefined : { ...page, base: 0, idempotencyKey: parts.newKey(), edit: page.edit + 1 });
      if (!same) saver.soon(key);
      return same;
    },
    /** The thread has become part of another one. The server has moved what it knew; what it did not goes along here. */
    move: (from: string, to: string) => {
      for (const kind of draftKinds) {
        const [old, next] = [keyOf(from, kind), keyOf(to, kind)];
        const [page, there] = [shelf.get(old), shelf.get(next)];
        saver.stop(old);
        shelf.put(old, undefined);
        if (page && isDirty(page)) {
          shelf.put(next, there ? withText(there, page.body) : page);
          saver.soon(next);
        }
      }
    },
    /** Saves now whatever is not saved, in one thread or in all. */
    saveNow: (threadId?: string) =>
      Promise.all(
        shelf
          .keys()
          .filter((key) => threadId === undefined || key.startsWith(`${threadId} `))
          .map(saver.flush),
      ),
    /** Call before asking the server for a thread, and the result with its own drafts: an old answer changes nothing. */
    glance: (threadId: string) => {
      const seen = shelf.movesIn(threadId);
      return (own: readonly Draft[]) => {
        if (shelf.movesIn(threadId) !== seen) return;
        for (const kind of draftKinds) {
          const draft = own.find((one) => one.kind === kind);
          adopt(keyOf(threadId, kind), draft);
        }
      };
    },
    /** Of two texts one stays, or both below each other; what is replaced is kept as an earlier text. */
    decide: (key: string, choice: 'mine' | 'theirs' | 'both') => {
      const page = shelf.get(key);
      if (!page?.elsewhere) return;
      const theirs = pageOf(page.elsewhere, parts.newKey());
      if (choice === 'theirs') return shelf.put(key, theirs);
      shelf.put(key, decided(page, theirs, choice));
      saver.now(key);
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;
