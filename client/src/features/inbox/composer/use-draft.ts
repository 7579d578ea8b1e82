import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../../../api/me.ts';
import { createStore, type Store } from '../../../live/store.ts';

/** A text that has not been sent. Kept in memory per person and thread while one moves around the house. */
export interface Draft {
  readonly answer: string;
  readonly note: string;
  /** Chosen by hand; otherwise the newest comment of the critic is answered. */
  readonly commentId?: string | undefined;
  /** The snippet that the answer began with. */
  readonly snippetId?: string | undefined;
  /** One per attempt to say something: a double click or a retry finds the first answer. */
  readonly idempotencyKey: string;
}
type AllDrafts = Readonly<Record<string, Draft>>;

const blank: Draft = { answer: '', note: '', idempotencyKey: '' };
const begun = (): Draft => ({ ...blank, idempotencyKey: crypto.randomUUID() });

export function createDrafts(store: Store<AllDrafts>, begin: () => Draft = begun) {
  const read = (threadId: string): Draft => store.get()[threadId] ?? blank;
  const put = (threadId: string, draft: Draft) => store.change({ [threadId]: draft });
  return {
    read,
    subscribe: store.subscribe,
    change: (threadId: string, part: Partial<Draft>) =>
      put(threadId, { ...(store.get()[threadId] ?? begin()), ...part }),
    /** After sending: an empty page with a new key. */
    clearAnswer: (threadId: string) => put(threadId, { ...begin(), note: read(threadId).note }),
    /** The thread has become part of another one: what is written goes along, behind what is there. */
    move: (from: string, to: string) => {
      const [moving, there] = [read(from), read(to)];
      if (moving.answer.trim() === '' && moving.note.trim() === '') return;
      const both = (a: string, b: string) => [a, b].filter((text) => text.trim() !== '').join('\n\n');
      put(to, { ...begin(), answer: both(there.answer, moving.answer), note: both(there.note, moving.note) });
      put(from, blank);
    },
    /** A text comes back: it never overwrites what was written since. */
    giveBack: (threadId: string, { text, commentId }: { text: string; commentId: string }) => {
      const { answer, note } = read(threadId);
      const whole = answer.trim() === '' || answer.trim() === text.trim() ? text : `${text}\n\n${answer}`;
      put(threadId, { ...begin(), note, answer: whole, commentId });
    },
  };
}

/** All drafts of the person; they outlive the page they were written on, but not signing out. */
export function useDrafts() {
  const client = useQueryClient();
  const { id } = useMe();
  return useMemo(() => {
    const key = ['drafts', id];
    client.setQueryDefaults(['drafts'], { gcTime: Number.POSITIVE_INFINITY });
    const store = client.getQueryData<Store<AllDrafts>>(key) ?? createStore<AllDrafts>({});
    client.setQueryData(key, store);
    return createDrafts(store);
  }, [client, id]);
}

export function useDraft(threadId: string): Draft {
  const drafts = useDrafts();
  return useSyncExternalStore(drafts.subscribe, () => drafts.read(threadId));
}
