import type { Draft, DraftKind } from '@stammgast/shared/contract/drafts';
import type { Store } from '../../../live/store.ts';

/** A text that has not been sent, as this window knows it. */
export interface Page {
  readonly body: string;
  /** Chosen by hand; otherwise the newest comment of the critic is answered. */
  readonly commentId: string | null;
  /** One per attempt to say something: a double click or a retry finds the first answer. */
  readonly idempotencyKey: string;
  readonly shared: boolean;
  /** What the writer has read and who was in charge when they began; null: not known yet. */
  readonly said: number | null;
  readonly claim: number | null;
  readonly snippetId: string | null;
  /** The version that the server has; 0: none. */
  readonly base: number;
  /** Counts the changes made here; `saved` is the one that the server has. */
  readonly edit: number;
  readonly saved: number;
  /** The text that is replaced has to be found again. */
  readonly keep: boolean;
  /** Another window has saved another text meanwhile: a person has to decide. */
  readonly elsewhere: Draft | null;
}
export type Pages = Readonly<Record<string, Page | undefined>>;

export const blankPage: Page = {
  body: '',
  commentId: null,
  idempotencyKey: '',
  shared: true,
  said: null,
  claim: null,
  snippetId: null,
  base: 0,
  edit: 0,
  saved: 0,
  keep: false,
  elsewhere: null,
};

export const keyOf = (threadId: string, kind: DraftKind): string => `${threadId} ${kind}`;
export const partsOf = (key: string) => key.split(' ') as [threadId: string, kind: DraftKind];
export const isDirty = (page: Page): boolean => page.edit !== page.saved;

export const pageOf = (
  { body, commentId, idempotencyKey, shared, said, snippetId, version }: Draft,
  newKey: string,
): Page => ({
  ...blankPage,
  body,
  commentId,
  shared,
  said,
  snippetId,
  idempotencyKey: idempotencyKey ?? newKey,
  base: version,
});

/** Where the pages lie: each change is counted per thread, and copied until the server has it. */
export function createShelf(store: Store<Pages>, keepCopy: (key: string, page: Page | null) => void) {
  const moves = new Map<string, number>();
  const touch = (key: string) => {
    const [threadId] = partsOf(key);
    moves.set(threadId, (moves.get(threadId) ?? 0) + 1);
  };
  return {
    touch,
    movesIn: (threadId: string) => moves.get(threadId),
    get: (key: string): Page | undefined => store.get()[key],
    keys: () => Object.keys(store.get()),
    put: (key: string, page: Page | undefined) => {
      touch(key);
      store.change({ [key]: page });
      keepCopy(key, page && isDirty(page) ? page : null);
    },
  };
}
export type Shelf = ReturnType<typeof createShelf>;
