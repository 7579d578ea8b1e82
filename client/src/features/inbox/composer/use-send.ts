import { createReply } from '@stammgast/shared/contract/replies';
import { addNote, type Thread, type ThreadRow } from '@stammgast/shared/contract/threads';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { codeOf } from '../../../api/problem.ts';
import { threadKey } from '../../../live/patch-cache.ts';
import { type Draft, useDrafts } from './use-draft.ts';
import { useTellSent } from './use-tell-sent.ts';

interface Answer {
  readonly draft: Draft;
  readonly row: ThreadRow;
  readonly commentId: string;
  readonly resolve: boolean;
  readonly authorName: string;
  /** A second person shall see it first. */
  readonly approval: boolean;
  /** The waiting answer whose place it takes. */
  readonly supersedes: string | undefined;
}

/** Sends answers and notes. The text leaves the page at once and comes back, with the reason, when it is refused. */
export function useSend(threadId: string) {
  const client = useQueryClient();
  const drafts = useDrafts();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: threadKey(threadId) });
  const tell = useTellSent(threadId);

  const sendAnswer = async ({
    draft,
    row,
    commentId,
    resolve,
    authorName,
    approval,
    supersedes,
  }: Answer): Promise<boolean> => {
    setProblem(null);
    setBusy(true);
    const { answer: body, idempotencyKey } = draft;
    try {
      const reply = await call(createReply, {
        params: { threadId },
        body: {
          commentId,
          body,
          idempotencyKey,
          resolve,
          said: row.said,
          claim: row.claim,
          approval,
          ...(supersedes && { supersedes }),
        },
      });
      drafts.clearAnswer(threadId);
      client.setQueryData<Thread>(
        threadKey(threadId),
        (thread) => thread && { ...thread, replies: [...thread.replies.filter((one) => one.id !== reply.id), reply] },
      );
      tell(reply, authorName);
      void refresh();
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'conflict.idempotency') drafts.change(threadId, { idempotencyKey: crypto.randomUUID() });
      setProblem(code);
      void refresh();
      return false;
    } finally {
      setBusy(false);
    }
  };

  const saveNote = async (draft: Draft, mentions: string[]): Promise<boolean> => {
    setProblem(null);
    setBusy(true);
    try {
      const note = await call(addNote, { params: { threadId }, body: { body: draft.note.trim(), mentions } });
      drafts.change(threadId, { note: '' });
      client.setQueryData<Thread>(
        threadKey(threadId),
        (thread) => thread && { ...thread, notes: [...thread.notes.filter((one) => one.id !== note.id), note] },
      );
      return true;
    } catch (error) {
      setProblem(codeOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };

  return { sendAnswer, saveNote, busy, problem };
}
