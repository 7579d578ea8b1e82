import { createReply } from '@stammgast/shared/contract/replies';
import { addNote, type Thread } from '@stammgast/shared/contract/threads';
import type { GuardCode } from '@stammgast/shared/domain/answer-check/guard-codes';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { codeOf, isApiProblem } from '../../../api/problem.ts';
import { threadKey } from '../../../live/patch-cache.ts';
import type { Page } from './pages.ts';
import { useDrafts } from './use-draft.ts';
import { useTellSent } from './use-tell-sent.ts';

interface Answer {
  readonly page: Page;
  readonly commentId: string;
  readonly resolve: boolean;
  readonly authorName: string;
  /** A second person shall see it first. */
  readonly approval: boolean;
  /** The waiting answer whose place it takes. */
  readonly supersedes: string | undefined;
  readonly said: number;
  readonly claim: number;
  readonly second: boolean;
  readonly alongside: boolean;
  /** Warnings that the writer has seen. */
  readonly confirmed: GuardCode[];
}
export interface Refusal {
  readonly code: string;
  readonly context: Readonly<Record<string, string>>;
}
export type Send = ReturnType<typeof useSend>;

/** Sends answers and notes. The text leaves the page when the server has it, and stays with the reason when not. */
export function useSend(threadId: string) {
  const client = useQueryClient();
  const drafts = useDrafts();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: threadKey(threadId) });
  const tell = useTellSent(threadId);
  const change = (part: (thread: Thread) => Partial<Thread>) =>
    client.setQueryData<Thread>(threadKey(threadId), (thread) => thread && { ...thread, ...part(thread) });

  /** Null: it is on its way. */
  const sendAnswer = async ({ page, authorName, supersedes, ...answer }: Answer): Promise<Refusal | null> => {
    setProblem(null);
    setBusy(true);
    const { body, idempotencyKey, snippetId } = page;
    try {
      const reply = await call(createReply, {
        params: { threadId },
        body: { ...answer, body, idempotencyKey, ...(snippetId && { snippetId }), ...(supersedes && { supersedes }) },
      });
      drafts.clear(threadId, 'answer', body);
      change(({ replies }) => ({ replies: [...replies.filter((one) => one.id !== reply.id), reply] }));
      tell(reply, authorName);
      void refresh();
      return null;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'conflict.idempotency') drafts.change(threadId, { idempotencyKey: crypto.randomUUID() });
      setProblem(code);
      void refresh();
      return { code, context: isApiProblem(error) ? error.context : {} };
    } finally {
      setBusy(false);
    }
  };

  /** True when it is stored and its writer has not gone on meanwhile. */
  const saveNote = async (body: string, mentions: string[]): Promise<boolean> => {
    setProblem(null);
    setBusy(true);
    try {
      const note = await call(addNote, { params: { threadId }, body: { body: body.trim(), mentions } });
      change(({ notes }) => ({ notes: [...notes.filter((one) => one.id !== note.id), note] }));
      return drafts.clear(threadId, 'note', body);
    } catch (error) {
      setProblem(codeOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };

  return { sendAnswer, saveNote, busy, problem, refuse: setProblem };
}
