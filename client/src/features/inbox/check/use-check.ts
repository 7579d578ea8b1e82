import { listRecentAnswers } from '@stammgast/shared/contract/replies';
import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import type { Guard } from '@stammgast/shared/domain/answer-check/guard-codes';
import type { AnswerCheck } from '@stammgast/shared/domain/answer-check/items';
import { ownAddresses } from '@stammgast/shared/domain/own-address';
import { snippetBody } from '@stammgast/shared/domain/snippet';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { call } from '../../../api/call.ts';
import { useMay, useMe } from '../../../api/me.ts';
import { snippetsQuery } from '../../../api/snippets.ts';
import { patiently } from '../../../i18n/lazy-with-words.ts';
import { createStore } from '../../../live/store.ts';

const FRESH_MS = 5 * 60_000;

const recentAnswersQuery = (channelId: string) =>
  queryOptions({
    queryKey: ['recent-answers', channelId],
    queryFn: ({ signal }) => call(listRecentAnswers, { params: { channelId }, signal }),
    staleTime: FRESH_MS,
  });

/** What the checklist and the guards say of the text as it was at the last pause. */
export interface Checked {
  readonly text: string;
  readonly check: AnswerCheck;
  readonly guards: readonly Guard[];
}

/** Long enough that nobody waits for it between two letters. */
const PAUSE_MS = 250;
const idle: (work: () => void) => void =
  typeof requestIdleCallback === 'function'
    ? (work) => requestIdleCallback(work, { timeout: 500 })
    : (work) => void setTimeout(work);

// The rules are fetched with the first answer that is written.
const rules = () =>
  patiently(() =>
    Promise.all([
      import('@stammgast/shared/domain/answer-check/check-answer'),
      import('@stammgast/shared/domain/answer-check/guards'),
    ]),
  );

const newest = createStore<{ threadId: string; checked: Checked | null }>({ threadId: '', checked: null });

/** The newest check of the answer in this thread; null while there is nothing to check. */
export function useChecked(threadId: string): Checked | null {
  const { get, subscribe } = newest;
  const known = useSyncExternalStore(subscribe, get);
  return known.threadId === threadId ? known.checked : null;
}

/** Checks an answer whenever its writer pauses, away from the keys. */
export function useCheck(
  thread: Thread,
  comment: Comment | undefined,
  draft: { readonly answer: string; readonly snippetId?: string | null | undefined },
): void {
  const me = useMe();
  const threadId = thread.row.id;
  const writes = useMay('reply.write') && draft.answer.trim() !== '';
  const recent = useQuery({ ...recentAnswersQuery(thread.row.channelId), enabled: writes }).data?.answers;
  const snippets = useQuery({ ...snippetsQuery, enabled: writes && Boolean(draft.snippetId) }).data;
  const snippet = snippets?.find((one) => one.id === draft.snippetId);
  const text = draft.answer;

  useEffect(() => {
    if (!writes || !comment) return newest.change({ threadId, checked: null });
    let over = false;
    const input = inputOf(
      thread,
      comment,
      text,
      me.house.name,
      recent ?? [],
      snippet ? snippetBody(snippet, thread.channel.replyRegister) : null,
    );
    const run = async () => {
      const [{ checkAnswer }, { findGuards }] = await rules();
      idle(() => {
        if (over) return;
        newest.change({ threadId, checked: { text, check: checkAnswer(input), guards: findGuards(input) } });
      });
    };
    const timer = setTimeout(() => void run(), PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [writes, thread, threadId, comment, text, me.house.name, recent, snippet]);
}

function inputOf(
  { row, channel, replies, inStorm }: Thread,
  comment: Comment,
  answer: string,
  house: string,
  recentAnswers: readonly string[],
  snippet: string | null,
) {
  const { body, language, author, sentiment } = comment;
  return {
    answer,
    comment: { text: body, language, authorName: author.name, authorHandle: author.handle, sentiment },
    channel: { platform: row.platform, register: channel.replyRegister, agentShown: false },
    own: { names: [house, row.channelName], ...ownAddresses(channel.ownAddresses) },
    recentAnswers,
    snippet,
    inStorm,
    publicReplies: replies.filter(({ state }) => state === 'published').length,
  };
}
