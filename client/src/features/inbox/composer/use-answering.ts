import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { claimThread } from '@stammgast/shared/contract/work';
import type { GuardCode } from '@stammgast/shared/domain/answer-check/guard-codes';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useMe } from '../../../api/me.ts';
import { codeOf } from '../../../api/problem.ts';
import { putRow } from '../../../live/patch-cache.ts';
import { useColleaguesAt } from '../../../live/presence.ts';
import type { Sending as Asked } from '../approval/composer-approval.tsx';
import { type Draft, useDrafts } from './use-draft.ts';
import { type Said, useSaid } from './use-said.ts';
import { type Refusal, type Send, useSend } from './use-send.ts';

/** What has to be decided before an answer goes out. */
export interface Question extends Refusal {
  readonly sending: Sending;
}
/** How it is meant to be sent, and what the writer wants all the same. */
export interface Sending extends Asked {
  readonly second?: boolean;
  readonly alongside?: boolean;
  /** Warnings that the writer has seen. */
  readonly confirmed?: readonly GuardCode[];
}
export interface Answering {
  readonly send: Send;
  readonly said: Said;
  readonly question: Question | null;
  /** Somebody else has taken the thread over since this person began to write. */
  readonly lostTo: string | null;
  /** True when the answer is on its way. */
  readonly answer: (sending: Sending) => Promise<boolean>;
  readonly takeOver: () => Promise<void>;
  /** Goes on under the present claim. */
  readonly keepOn: () => void;
  readonly dismiss: () => void;
  /** Why the last text was refused, unless that is asked about. */
  readonly problem: string | null;
}

const asked = [
  'reply.someone_writes',
  'reply.second_answer',
  'reply.already_open',
  'reply.guard_asks',
  'reply.guard_blocked',
];

/** From the first key to the answer that goes out, past everything that somebody else may have done meanwhile. */
export function useAnswering(thread: Thread, draft: Draft, target: Comment | undefined): Answering {
  const { row } = thread;
  const client = useQueryClient();
  const { id: me } = useMe();
  const drafts = useDrafts();
  const page = draft.pages.answer;
  const send = useSend(row.id);
  const said = useSaid(thread, page);
  const writer = useColleaguesAt(row.id).find(({ level }) => level === 'writes');
  const [question, setQuestion] = useState<Question | null>(null);
  const [alongside, setAlongside] = useState(false);
  const claim = page.claim ?? row.claim;
  const lost = page.body.trim() !== '' && row.claim > claim && row.assigneeId !== null && row.assigneeId !== me;

  /** What is known here already needs no way to the server. */
  const holdBack = (sending: Sending, beside: boolean): boolean => {
    if (said.changes.length > 0 && !said.noticed) {
      said.notice();
      return true;
    }
    if (!writer || beside) return false;
    setQuestion({ code: 'reply.someone_writes', context: { personId: writer.personId }, sending });
    return true;
  };
  const takeRefusal = (refusal: Refusal, sending: Sending) => {
    if (refusal.code === 'reply.text_changed') said.notice(Number(refusal.context.said));
    else if (asked.includes(refusal.code)) setQuestion({ ...refusal, sending });
  };
  const answer = async (sending: Sending): Promise<boolean> => {
    setQuestion(null);
    const { resolve = false, approval = false, second = false, supersedes, confirmed = [] } = sending;
    const beside = sending.alongside ?? alongside;
    if (!target || holdBack(sending, beside)) return false;
    const about = { page, commentId: target.id, authorName: target.author.name, said: said.count, claim };
    const wanted = { resolve, approval, supersedes, second, alongside: beside, confirmed: [...confirmed] };
    const refusal = await send.sendAnswer({ ...about, ...wanted });
    if (refusal) takeRefusal(refusal, sending);
    else setAlongside(false);
    return refusal === null;
  };

  const takeOver = async () => {
    try {
      const body = row.assigneeId === null || row.assigneeId === me ? {} : { takeOverFrom: row.claim };
      const taken = await call(claimThread, { params: { threadId: row.id }, body });
      putRow(client, taken, me);
      drafts.change(row.id, { claim: taken.claim });
      setAlongside(true);
      setQuestion(null);
    } catch (error) {
      send.refuse(codeOf(error));
    }
  };

  return {
    send,
    said,
    question,
    lostTo: lost ? row.assigneeId : null,
    answer,
    takeOver,
    keepOn: () => {
      drafts.change(row.id, { claim: row.claim });
      setQuestion(null);
    },
    dismiss: () => setQuestion(null),
    problem: question || said.changes.length > 0 ? null : send.problem,
  };
}
