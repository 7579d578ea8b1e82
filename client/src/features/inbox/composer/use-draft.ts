import { type DraftKind, listDrafts, removeDraft, saveDraft } from '@stammgast/shared/contract/drafts';
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { call } from '../../../api/call.ts';
import { localCopies } from '../../../api/local-copies.ts';
import { useMe } from '../../../api/me.ts';
import { codeOf } from '../../../api/problem.ts';
import { createStore } from '../../../live/store.ts';
import { createDesk, type Desk } from './draft-desk.ts';
import { blankPage, keyOf, type Page, type Pages } from './pages.ts';

/** What a person is writing in a thread: an answer and a note. */
export interface Draft {
  readonly answer: string;
  readonly note: string;
  /** Chosen by hand; otherwise the newest comment of the critic is answered. */
  readonly commentId: string | undefined;
  /** The snippet that the answer began with. */
  readonly snippetId: string | undefined;
  readonly pages: Readonly<Record<DraftKind, Page>>;
}
type Reading = Pick<ThreadRow, 'said' | 'claim'>;
type DraftPart = Partial<
  Pick<Page, 'commentId' | 'shared' | 'said' | 'claim' | 'snippetId' | 'idempotencyKey' | 'keep'>
> & {
  readonly answer?: string;
  readonly note?: string;
};

/** The desk of the person who works here; it outlives pages, but not signing out. */
function deskOf(client: QueryClient, personId: string): Desk {
  const key = ['drafts', personId];
  client.setQueryDefaults(['drafts'], { gcTime: Number.POSITIVE_INFINITY });
  const known = client.getQueryData<Desk>(key);
  if (known) return known;
  const copies = localCopies(personId);
  const desk = createDesk(
    {
      save: (threadId, kind, { body, commentId, shared, said, idempotencyKey, snippetId, base, keep }) =>
        call(saveDraft, {
          params: { threadId },
          body: { kind, body, commentId, shared, said: said ?? 0, idempotencyKey, snippetId, base, keep },
        }),
      remove: (threadId, kind, base) => call(removeDraft, { params: { threadId }, query: { kind, base } }),
      fetch: async (threadId) =>
        (await call(listDrafts, { params: { threadId } })).drafts.filter((draft) => draft.personId === personId),
      codeOf,
      keepCopy: copies.keep,
      copies: () => copies.all() as [string, Page][],
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      newKey: () => crypto.randomUUID(),
    },
    createStore<Pages>({}),
  );
  // Who looks away may not come back: what stands on the desk goes to the server now.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && client.getQueryData(key) === desk) void desk.saveNow();
  });
  client.setQueryData(key, desk);
  return desk;
}

export function useDesk(): Desk {
  const client = useQueryClient();
  const { id } = useMe();
  return useMemo(() => deskOf(client, id), [client, id]);
}

/** Changes drafts from wherever on the page. `reading`: the thread's numbers as its writer sees them now. */
export function useDrafts() {
  const desk = useDesk();
  return useMemo(() => {
    const write = (key: string, part: Partial<Page>, reading: Reading | undefined) => {
      const begins = desk.read(key).body.trim() === '' && (part.body ?? '').trim() !== '';
      desk.change(key, { ...(begins && reading ? { said: reading.said, claim: reading.claim } : {}), ...part });
    };
    return {
      change: (threadId: string, { answer, note, ...rest }: DraftPart, reading?: Reading) => {
        if (note !== undefined) write(keyOf(threadId, 'note'), { body: note }, reading);
        if (answer === undefined && Object.keys(rest).length === 0) return;
        write(keyOf(threadId, 'answer'), { ...rest, ...(answer === undefined ? {} : { body: answer }) }, reading);
      },
      /** Somebody's text becomes one's own draft: it never overwrites what is written there. */
      takeOn: (threadId: string, { text, commentId }: { text: string; commentId: string | null }) => {
        const key = keyOf(threadId, 'answer');
        const { body } = desk.read(key);
        if (body.includes(text.trim())) return;
        write(key, { body: body.trim() === '' ? text : `${text}\n\n${body}`, commentId, keep: true }, undefined);
      },
      isBlank: (threadId: string, kind: DraftKind) => desk.read(keyOf(threadId, kind)).body.trim() === '',
      share: (threadId: string, kind: DraftKind, shared: boolean) => desk.change(keyOf(threadId, kind), { shared }),
      clear: (threadId: string, kind: DraftKind, sent: string) => desk.clear(keyOf(threadId, kind), sent),
      decide: (threadId: string, kind: DraftKind, choice: 'mine' | 'theirs' | 'both') =>
        desk.decide(keyOf(threadId, kind), choice),
      move: desk.move,
      saveNow: desk.saveNow,
    };
  }, [desk]);
}

export function useDraft(threadId: string): Draft {
  const desk = useDesk();
  const answer = useSyncExternalStore(desk.subscribe, () => desk.peek(keyOf(threadId, 'answer')));
  const note = useSyncExternalStore(desk.subscribe, () => desk.peek(keyOf(threadId, 'note')));
  return useMemo(() => {
    const pages = { answer: answer ?? blankPage, note: note ?? blankPage };
    const { body, commentId, snippetId } = pages.answer;
    const about = { commentId: commentId ?? undefined, snippetId: snippetId ?? undefined };
    return { answer: body, note: pages.note.body, ...about, pages };
  }, [answer, note]);
}
